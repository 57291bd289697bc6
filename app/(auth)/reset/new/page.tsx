import type { Metadata } from "next";
import { CodeField } from "@/components/form/code-field";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { AuthLayout } from "@/components/layout/auth-layout";
import { LinkButton } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { pendingReset } from "@/lib/doors/guest/reset";
import { one, type SearchParams } from "@/lib/kernel/listing";
import { resetPassword } from "../../actions";

/** The token stays here. Not `no-referrer`: under that a browser sends our own form without saying that it is ours. */
export const metadata: Metadata = {
  title: "Choose a new password",
  robots: { index: false, follow: false },
  referrer: "same-origin",
};

export default async function NewPasswordPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const token = one((await searchParams).token);
  const pending = await pendingReset(token);
  if ("over" in pending) return <Over sentence={pending.over} />;
  const isByCode = pending.by === "code";
  return (
    <AuthLayout
      title="Choose a new password"
      description={
        isByCode
          ? "If there is an account with this address, a mail is on its way. Enter its code and a new password, or open its link."
          : "Every browser is signed out with it; then you sign in with the new one."
      }
      footer={
        <>
          No mail, or the code is over?{" "}
          <TextLink href="/reset" className="font-medium">
            Ask again
          </TextLink>
        </>
      }
    >
      <Form action={resetPassword} inline className="space-y-5">
        <HiddenField name="token" value={isByCode ? "" : token} />
        {isByCode ? <CodeField takes="digits" hint="The six digits of the mail." autoFocus /> : null}
        <TextField
          name="password"
          label="New password"
          type="password"
          autoComplete="new-password"
          hint="8 characters or more; a few words are better than a riddle."
          autoFocus={!isByCode}
        />
        <Submit size="lg" className="w-full" pendingText="Changing…">
          Change password
        </Submit>
      </Form>
    </AuthLayout>
  );
}

function Over({ sentence }: { sentence: string }) {
  return (
    <AuthLayout title="This opens nothing any more" description={sentence}>
      <div className="flex flex-wrap gap-2">
        <LinkButton href="/reset" variant="primary">
          Ask again
        </LinkButton>
        <LinkButton href="/sign-in">Sign in</LinkButton>
      </div>
    </AuthLayout>
  );
}
