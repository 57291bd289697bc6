import type { Metadata } from "next";
import { Moment } from "@/components/display/moment";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { TextLink } from "@/components/ui/text-link";
import { mySecurity } from "@/lib/doors/my-account";
import { myTimeZone } from "@/lib/doors/page";
import { AccountHead } from "../account-head";
import { changePassword } from "../actions";

export const metadata: Metadata = { title: "Password" };

export default async function PasswordPage() {
  const [{ passwordChangedAt }, timeZone] = await Promise.all([mySecurity(), myTimeZone()]);
  return (
    <>
      <AccountHead
        title="Password"
        description={
          passwordChangedAt ? (
            <>
              Last changed <Moment at={passwordChangedAt} timeZone={timeZone} />.
            </>
          ) : (
            "A new password signs out every browser but this one."
          )
        }
      />
      <Form action={changePassword} label="Change password" className="max-w-sm">
        <TextField
          name="currentPassword"
          label="Current password"
          type="password"
          autoComplete="current-password"
          hint={
            <>
              Forgotten? <TextLink href="/reset">Reset it by mail</TextLink>.
            </>
          }
        />
        <TextField
          name="password"
          label="New password"
          type="password"
          autoComplete="new-password"
          hint="8 characters or more; a few words are better than a riddle. Other browsers are signed out with it."
        />
        <Submit pendingText="Changing…">Change password</Submit>
      </Form>
    </>
  );
}
