import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { AuthLayout } from "@/components/layout/auth-layout";
import { TextLink } from "@/components/ui/text-link";
import { askForReset } from "../actions";

export const metadata: Metadata = { title: "Reset your password" };

export default function ResetPage() {
  return (
    <AuthLayout
      title="Reset your password"
      description="Enter the address that you sign in with. A mail then brings a code and a link for a new password."
      footer={
        <>
          Remembered?{" "}
          <TextLink href="/sign-in" className="font-medium">
            Sign in
          </TextLink>
        </>
      }
    >
      <Form action={askForReset} inline className="space-y-5">
        <TextField name="email" label="E-mail address" type="email" autoComplete="username" autoFocus />
        <Submit size="lg" className="w-full" pendingText="Sending…">
          Send mail
        </Submit>
      </Form>
    </AuthLayout>
  );
}
