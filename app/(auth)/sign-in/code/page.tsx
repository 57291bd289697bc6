import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CodeField } from "@/components/form/code-field";
import { Form } from "@/components/form/form";
import { PasskeyForm } from "@/components/form/passkey-form";
import { Submit } from "@/components/form/submit";
import { AuthLayout } from "@/components/layout/auth-layout";
import { TextLink } from "@/components/ui/text-link";
import { hasUsablePasskey } from "@/lib/doors/guest/passkey";
import { pendingSignIn } from "@/lib/doors/guest/sign-in";
import { offerPasskeys, proveSecondFactor, signInByPasskey } from "../../actions";

export const metadata: Metadata = { title: "Enter your code" };

export default async function SecondStepPage() {
  const pending = await pendingSignIn();
  if (!pending) redirect("/sign-in?over=1");
  const canUsePasskey = !pending.isMailed && (await hasUsablePasskey(pending.userId));
  return (
    <AuthLayout
      title="Enter your code"
      description={
        pending.isMailed
          ? "Many wrong passwords were tried on this account lately, so a new browser needs a code as well. It is on its way to your mailbox."
          : "Your password is right. One more step: a code of your authenticator app, or one of your recovery codes."
      }
      footer={
        <>
          Not you, or it took too long?{" "}
          <TextLink href="/sign-in" className="font-medium">
            Start again
          </TextLink>
        </>
      }
    >
      {canUsePasskey ? (
        <div className="mb-5">
          <PasskeyForm action={signInByPasskey} offer={offerPasskeys} label="Use your passkey" />
        </div>
      ) : null}
      <Form action={proveSecondFactor} inline className="space-y-5">
        {pending.isMailed ? (
          <CodeField takes="digits" hint="The six digits of the mail." autoFocus />
        ) : (
          <CodeField takes="factor" hint="Six digits, or a recovery code such as abcde-23456." autoFocus />
        )}
        <Submit size="lg" className="w-full" pendingText="Signing in…">
          Sign in
        </Submit>
      </Form>
    </AuthLayout>
  );
}
