import type { Metadata } from "next";
import Link from "next/link";
import { Form } from "@/components/form/form";
import { SelectField } from "@/components/form/select-field";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { AuthLayout } from "@/components/layout/auth-layout";
import { timeZones } from "@/lib/kernel/time-zones";
import { signUp } from "../actions";

export const metadata: Metadata = { title: "Create a company" };

export default function SignUpPage() {
  return (
    <AuthLayout
      title="Create a company"
      description="Chart of accounts, invoice numbers and terms are ready when you are."
      footer={
        <>
          Have an account?{" "}
          <Link href="/sign-in" className="font-medium text-link underline">
            Sign in
          </Link>
        </>
      }
    >
      <Form action={signUp} inline className="space-y-5">
        <TextField name="name" label="Your name" autoComplete="name" autoFocus />
        <TextField name="email" label="E-mail address" type="email" autoComplete="username" />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="new-password"
          hint="8 characters or more; a few words are better than a riddle."
        />
        <TextField name="companyName" label="Company" autoComplete="organization" />
        <SelectField name="timeZone" label="Time zone" options={timeZones} defaultValue="America/New_York" />
        <Submit size="lg" className="w-full" pendingText="Creating…">
          Create company
        </Submit>
      </Form>
    </AuthLayout>
  );
}
