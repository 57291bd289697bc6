import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { SelectField } from "@/components/form/select-field";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { AuthLayout } from "@/components/layout/auth-layout";
import { TextLink } from "@/components/ui/text-link";
import { requireUser } from "@/lib/doors/page";
import { timeZones } from "@/lib/kernel/time-zones";
import { foundAnother } from "../actions";

export const metadata: Metadata = { title: "Create another company" };

export default async function NewCompanyPage() {
  const { email } = await requireUser();
  return (
    <AuthLayout
      title="Create another company"
      description={`With books, clients and a team of its own. Its owner is ${email}.`}
      footer={<TextLink href="/companies">Your companies</TextLink>}
    >
      <Form action={foundAnother} inline className="space-y-5">
        <TextField name="companyName" label="Company" autoComplete="organization" autoFocus />
        <SelectField name="timeZone" label="Time zone" options={timeZones} defaultValue="America/New_York" />
        <Submit size="lg" className="w-full" pendingText="Creating…">
          Create company
        </Submit>
      </Form>
    </AuthLayout>
  );
}
