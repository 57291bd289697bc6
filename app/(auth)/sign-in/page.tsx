import type { Metadata } from "next";
import Link from "next/link";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { AuthLayout } from "@/components/layout/auth-layout";
import { one, type SearchParams } from "@/lib/kernel/listing";
import { signIn } from "../actions";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const next = one((await searchParams).next);
  return (
    <AuthLayout
      title="Sign in"
      description="Your clients, your time and your books."
      footer={
        <>
          New here?{" "}
          <Link href="/sign-up" className="font-medium text-link underline">
            Create a company
          </Link>
        </>
      }
    >
      <Form action={signIn} inline className="space-y-5">
        <HiddenField name="next" value={next} />
        <TextField name="email" label="E-mail address" type="email" autoComplete="username" autoFocus />
        <TextField name="password" label="Password" type="password" autoComplete="current-password" />
        <Submit size="lg" className="w-full" pendingText="Signing in…">
          Sign in
        </Submit>
      </Form>
    </AuthLayout>
  );
}
