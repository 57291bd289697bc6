import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { AuthLayout } from "@/components/layout/auth-layout";
import { LinkButton } from "@/components/ui/button";
import { linkStanding } from "@/lib/doors/guest/sign-up";
import { one, type SearchParams } from "@/lib/kernel/listing";
import { confirmByLink } from "../../actions";

/** The token stays here. Not `no-referrer`: under that a browser sends our own form without saying that it is ours. */
export const metadata: Metadata = {
  title: "Confirm your address",
  robots: { index: false, follow: false },
  referrer: "same-origin",
};

/** Opening it confirms nothing: mail programs open every link to look behind it. */
export default async function VerifyLinkPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const token = one((await searchParams).token);
  const standing = await linkStanding(token);
  if (standing.is === "over") return <Over sentence={standing.sentence} />;
  return (
    <AuthLayout
      title="Confirm your address"
      description={
        <>
          Confirm that <strong className="font-medium break-all text-text">{standing.address}</strong> is yours, and
          your company opens.
        </>
      }
    >
      <Form action={confirmByLink} inline className="space-y-5">
        <HiddenField name="token" value={token} />
        {standing.needsPassword ? (
          <TextField
            name="password"
            label="Password that you chose"
            type="password"
            autoComplete="current-password"
            hint="It is asked for because you signed up in another browser."
            autoFocus
          />
        ) : null}
        <Submit size="lg" className="w-full" pendingText="Opening…">
          Confirm
        </Submit>
      </Form>
    </AuthLayout>
  );
}

function Over({ sentence }: { sentence: string }) {
  return (
    <AuthLayout
      title="This link opens nothing"
      description={
        <>
          <p>{sentence}</p>
          <p className="mt-2">If you have confirmed your address already, sign in. If not, sign up anew.</p>
        </>
      }
    >
      <div className="flex flex-wrap gap-2">
        <LinkButton href="/sign-in" variant="primary">
          Sign in
        </LinkButton>
        <LinkButton href="/sign-up">Create a company</LinkButton>
      </div>
    </AuthLayout>
  );
}
