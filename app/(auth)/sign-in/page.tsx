import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { PasskeyForm } from "@/components/form/passkey-form";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { AuthLayout } from "@/components/layout/auth-layout";
import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import { arePasskeysUsable } from "@/lib/doors/guest/passkey";
import { one, type SearchParams } from "@/lib/kernel/listing";
import { offerPasskeys, signIn, signInByPasskey } from "../actions";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { next, reset, over } = await searchParams;
  return (
    <AuthLayout
      title="Sign in"
      description="Your clients, your time and your books."
      footer={
        <>
          New here?{" "}
          <TextLink href="/sign-up" className="font-medium">
            Create a company
          </TextLink>
        </>
      }
    >
      <div className="space-y-5">
        {reset === "done" ? <Banner kind="success">Your password is changed. Sign in with the new one.</Banner> : null}
        {over ? <Banner kind="warning">That sign-in is over. Start again.</Banner> : null}
        <Form action={signIn} inline className="space-y-5">
          <HiddenField name="next" value={one(next)} />
          <TextField name="email" label="E-mail address" type="email" autoComplete="username" autoFocus />
          <TextField name="password" label="Password" type="password" autoComplete="current-password" />
          <Submit size="lg" className="w-full" pendingText="Signing in…">
            Sign in
          </Submit>
        </Form>
        {arePasskeysUsable() ? (
          <PasskeyForm action={signInByPasskey} offer={offerPasskeys} label="Use a passkey">
            <HiddenField name="next" value={one(next)} />
          </PasskeyForm>
        ) : null}
        <p>
          <TextLink href="/reset">Forgot your password?</TextLink>
        </p>
      </div>
    </AuthLayout>
  );
}
