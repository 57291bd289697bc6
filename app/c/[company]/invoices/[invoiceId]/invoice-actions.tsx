import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { LinkButton } from "@/components/ui/button";
import type { Scope } from "@/lib/access/scope";
import type { InvoiceStatus } from "@/lib/invoicing/invoice";
import { formatDay, type PlainDate } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { deleteInvoiceAction, issueInvoiceAction } from "../actions";
import { postedText } from "./posted-text";

type Invoice = {
  id: string;
  status: InvoiceStatus;
  revision: number;
  issuedOn: PlainDate;
  dueOn: PlainDate;
  subtotalCents: number;
  taxCents: number;
  totalCents: number;
  balanceCents: number;
  clientName: string;
};

/** What can be done with the invoice as it stands, by this role. */
export function InvoiceActions({ scope, home, invoice }: { scope: Scope; home: string; invoice: Invoice }) {
  const here = `${home}/invoices/${invoice.id}`;
  if (invoice.status === "draft") return <DraftActions scope={scope} here={here} invoice={invoice} />;
  return (
    <>
      {scope.can("reports.read") ? (
        <LinkButton href={`${here}/reconcile`} icon="scale">
          Reconcile
        </LinkButton>
      ) : null}
      {invoice.status === "issued" && scope.can("payments.write") ? (
        <LinkButton
          href={`${home}/payments/new?invoice=${invoice.id}`}
          variant={invoice.balanceCents > 0 ? "primary" : "secondary"}
          icon="banknote"
        >
          Record payment
        </LinkButton>
      ) : null}
    </>
  );
}

function DraftActions({ scope, here, invoice }: { scope: Scope; here: string; invoice: Invoice }) {
  return (
    <>
      {scope.can("invoices.write") ? (
        <>
          <Form
            action={deleteInvoiceAction}
            companyId={scope.company.id}
            inline
            confirm={{
              title: "Delete this draft?",
              effect: "The draft is gone for good. Time on it can be invoiced again.",
              action: "Delete draft",
              danger: true,
            }}
          >
            <HiddenField name="invoiceId" value={invoice.id} />
            <HiddenField name="revision" value={String(invoice.revision)} />
            <Submit variant="ghost" icon="trash" pendingText="Deleting…">
              Delete
            </Submit>
          </Form>
          <LinkButton href={`${here}/edit`} icon="pencil">
            Edit
          </LinkButton>
        </>
      ) : null}
      {scope.can("invoices.issue") ? (
        <Form
          action={issueInvoiceAction}
          companyId={scope.company.id}
          inline
          confirm={{
            title: `Issue this invoice to ${invoice.clientName}?`,
            facts: [
              { term: "Total", value: formatDollars(invoice.totalCents) },
              { term: "Invoice date", value: formatDay(invoice.issuedOn) },
              { term: "Due", value: formatDay(invoice.dueOn) },
            ],
            effect: `It gets the next number and can't be changed afterwards. ${postedText(invoice)}`,
            action: "Issue invoice",
          }}
        >
          <HiddenField name="invoiceId" value={invoice.id} />
          <HiddenField name="revision" value={String(invoice.revision)} />
          <Submit icon="send" pendingText="Issuing…">
            Issue invoice
          </Submit>
        </Form>
      ) : null}
    </>
  );
}
