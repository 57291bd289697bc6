"use client";

import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { AccountAction, AccountLink, ThemeSwitch } from "@/components/layout/theme-switch";
import { type FormState, idleForm } from "@/lib/kernel/form-state";

export function GalleryAccount() {
  return (
    <>
      <ThemeSwitch current="system" action={() => {}} />
      <AccountLink icon="shield-check" href="/dev/ui">
        Your account
      </AccountLink>
      <form action={() => {}}>
        <AccountAction icon="log-out">Sign out</AccountAction>
      </form>
    </>
  );
}

export function GallerySignIn() {
  return (
    <Form action={refuse} label="Sign in">
      <TextField name="email" label="E-mail address" type="email" autoComplete="email" />
      <TextField name="password" label="Password" type="password" autoComplete="current-password" />
      <Submit pendingText="Signing in…" size="lg" className="w-full">
        Sign in
      </Submit>
    </Form>
  );
}

async function refuse(_state: FormState, formData: FormData): Promise<FormState> {
  return {
    ...idleForm,
    status: "refused",
    message: "The e-mail address or the password is not right.",
    values: { email: [String(formData.get("email"))] },
  };
}
