import type { Metadata } from "next";
import { CodeField } from "@/components/form/code-field";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { pendingEmail } from "@/lib/doors/my-email";
import { requireUser } from "@/lib/doors/page";
import type { SearchParams } from "@/lib/kernel/listing";
import { AccountHead } from "../account-head";
import { askForNewEmail, confirmNewEmail } from "../actions";

export const metadata: Metadata = { title: "Address" };

export default async function EmailPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ email }, pending, { changed }] = await Promise.all([requireUser(), pendingEmail(), searchParams]);
  return (
    <>
      <AccountHead
        title="Address"
        description={
          <>
            You sign in with <span className="break-all">{email}</span>, and mail about your account goes there.
          </>
        }
      />
      <div className="max-w-md space-y-6">
        {changed ? <Banner kind="success">Your address is changed. Sign in with it from now on.</Banner> : null}
        {pending ? (
          <Card title="Confirm the new address">
            <p className="mb-4 text-pretty text-text-muted">
              A mail with a code went to <span className="break-all">{pending}</span>. The old address counts until it
              is confirmed.
            </p>
            <Form action={confirmNewEmail} inline label="Confirm the new address" className="space-y-4">
              <CodeField takes="digits" hint="The six digits of the mail." />
              <Submit pendingText="Confirming…">Confirm</Submit>
            </Form>
          </Card>
        ) : null}
        <Form action={askForNewEmail} label="Change the address">
          <TextField name="email" label="New e-mail address" type="email" autoComplete="email" />
          <TextField
            name="currentPassword"
            label="Current password"
            type="password"
            autoComplete="current-password"
            hint="So that nobody changes it who finds this browser open."
          />
          <Submit pendingText="Sending…">Send a code</Submit>
        </Form>
      </div>
    </>
  );
}
