import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { PasskeyForm } from "@/components/form/passkey-form";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { AuthLayout } from "@/components/layout/auth-layout";
import { TextLink } from "@/components/ui/text-link";
import { waysToConfirm } from "@/lib/doors/confirm";
import { one, type SearchParams } from "@/lib/kernel/listing";
import { confirmByPasskey, confirmIdentity, offerOwnPasskeys } from "../../../account/actions";

export const metadata: Metadata = { title: "Confirm that it is you" };

/** Where a company's rule wants the second factor again; it leads back to the page that was asked for. */
export default async function ConfirmPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const next = one((await searchParams).next);
  const { asks, passkey } = await waysToConfirm();
  return (
    <AuthLayout
      title="Confirm that it is you"
      description="It has been a while. Show once more that it is you, and go on where you were."
      footer={<TextLink href="/companies">Your companies</TextLink>}
    >
      <div className="space-y-5">
        {passkey ? (
          <PasskeyForm
            action={confirmByPasskey}
            offer={offerOwnPasskeys}
            label="Use your passkey"
            primary={asks === null}
          >
            <HiddenField name="next" value={next} />
          </PasskeyForm>
        ) : null}
        {asks === null ? null : (
          <Form action={confirmIdentity} inline className="space-y-5">
            <HiddenField name="next" value={next} />
            {asks === "code" ? (
              <TextField
                name="proof"
                label="Code of your authenticator app"
                autoComplete="one-time-code"
                hint="Or a recovery code."
                autoFocus
              />
            ) : (
              <TextField name="proof" label="Your password" type="password" autoComplete="current-password" autoFocus />
            )}
            <Submit size="lg" className="w-full" pendingText="Confirming…">
              Confirm
            </Submit>
          </Form>
        )}
      </div>
    </AuthLayout>
  );
}
