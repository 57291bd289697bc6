import type { Metadata } from "next";
import { CodeField } from "@/components/form/code-field";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { AuthLayout } from "@/components/layout/auth-layout";
import { LinkButton } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { pendingAddress } from "@/lib/doors/guest/sign-up";
import { confirmByCode, resendSignUp } from "../actions";

export const metadata: Metadata = { title: "Confirm your address" };

export default async function VerifyPage() {
  const address = await pendingAddress();
  return address ? <Waiting address={address} /> : <NothingWaits />;
}

function Waiting({ address }: { address: string }) {
  return (
    <AuthLayout
      title="Confirm your address"
      description={
        <>
          A mail is on its way to <strong className="font-medium break-all text-text">{address}</strong>. Enter its code
          here, or open its link.
        </>
      }
      footer={
        <>
          Mistyped?{" "}
          <TextLink href="/sign-up" className="font-medium">
            Use a different address
          </TextLink>
        </>
      }
    >
      <Form action={confirmByCode} inline className="space-y-5">
        <CodeField takes="digits" hint="Six digits. They count for half an hour, the link for three days." autoFocus />
        <Submit size="lg" className="w-full" pendingText="Opening…">
          Confirm
        </Submit>
      </Form>
      <Form action={resendSignUp} label="Another mail" className="mt-8">
        <p className="text-pretty text-text-muted">No mail after some minutes? Look among the unwanted ones, too.</p>
        <Submit variant="secondary" pendingText="Sending…">
          Send another mail
        </Submit>
      </Form>
    </AuthLayout>
  );
}

function NothingWaits() {
  return (
    <AuthLayout
      title="Nothing waits to be confirmed"
      description="No address was given in this browser lately, or it is confirmed already. If you have the mail, open its link."
    >
      <div className="flex flex-wrap gap-2">
        <LinkButton href="/sign-up" variant="primary">
          Create a company
        </LinkButton>
        <LinkButton href="/sign-in">Sign in</LinkButton>
      </div>
    </AuthLayout>
  );
}
