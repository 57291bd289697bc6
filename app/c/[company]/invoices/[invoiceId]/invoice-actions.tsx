import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { LinkButton } from "@/components/ui/button";
import { PrintButton } from "@/components/ui/print-button";
import type { Scope } from "@/lib/access/scope";
import type { InvoiceKind, InvoiceStatus } from "@/lib/invoicing/invoice";
import { formatDay, type PlainDate } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { deleteInvoiceAction, issueInvoiceAction } from "../actions";
import { DuplicateInvoice } from "./duplicate-invoice";
import { postedText } from "./posted-text";

type Invoice = {
  id: string;
  kind: InvoiceKind;
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

/** Put on the invoice as it is issued. */
type Deposits = { number: string; amountCents: number }[];

/** What can be done with the invoice as it stands, by this role. */
export function InvoiceActions(props: { scope: Scope; home: string; invoice: Invoice; deposits: Deposits }) {
  const { scope, home, invoice, deposits } = props;
  const here = `${home}/invoices/${invoice.id}`;
  if (invoice.status === "draft") return <DraftActions {...{ scope, here, invoice, deposits }} />;
  return (
    <>
      {scope.can("invoices.write") ? <DuplicateInvoice companyId={scope.company.id} invoiceId={invoice.id} /> : null}
      <PrintButton />
      {scope.can("accounting.read") ? (
        <LinkButton href={`${here}/reconcile`} icon="scale">
          Reconcile
        </LinkButton>
      ) : null}
      {invoice.balanceCents > 0 && scope.can("payments.write") ? (
        <LinkButton href={`${home}/payments/new?invoice=${invoice.id}`} variant="primary" icon="banknote">
          Record payment
        </LinkButton>
      ) : null}
    </>
  );
}

function DraftActions(props: { scope: Scope; here: string; invoice: Invoice; deposits: Deposits }) {
  const { scope, here, invoice, deposits } = props;
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
        <IssueForm companyId={scope.company.id} invoice={invoice} deposits={deposits} />
      ) : null}
    </>
  );
}

/** Of $0.00 nothing is asked: the button answers what is missing. */
function IssueForm({ companyId, invoice, deposits }: { companyId: string; invoice: Invoice; deposits: Deposits }) {
  return (
    <Form
      action={issueInvoiceAction}
      companyId={companyId}
      inline
      confirm={
        invoice.totalCents === 0
          ? undefined
          : {
              title: `Issue this invoice to ${invoice.clientName}?`,
              facts: [
                { term: "Total", value: formatDollars(invoice.totalCents) },
                ...dueAfter(invoice.totalCents, deposits),
                { term: "Invoice date", value: formatDay(invoice.issuedOn) },
                { term: "Due", value: formatDay(invoice.dueOn) },
              ],
              effect: `It gets the next number and can't be changed afterwards. ${postedText(invoice)}`,
              action: "Issue invoice",
            }
      }
    >
      <HiddenField name="invoiceId" value={invoice.id} />
      <HiddenField name="revision" value={String(invoice.revision)} />
      <Submit icon="send" pendingText="Issuing…">
        Issue invoice
      </Submit>
    </Form>
  );
}

function dueAfter(totalCents: number, deposits: Deposits) {
  if (deposits.length === 0) return [];
  const left = deposits.reduce((open, { amountCents }) => open - amountCents, totalCents);
  return [
    ...deposits.map(({ number, amountCents }) => ({
      term: `Deposit ${number} is put on it`,
      value: formatDollars(0 - amountCents),
    })),
    { term: "Left to pay", value: formatDollars(left) },
  ];
}
