import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { duplicateInvoiceAction } from "../actions";

/** Makes a new draft of today with the same content, and goes there. */
export function DuplicateInvoice({ companyId, invoiceId }: { companyId: string; invoiceId: string }) {
  return (
    <Form action={duplicateInvoiceAction} companyId={companyId} inline>
      <HiddenField name="invoiceId" value={invoiceId} />
      <Submit variant="ghost" pendingText="Duplicating…">
        Duplicate
      </Submit>
    </Form>
  );
}
