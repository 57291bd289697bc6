import { Money } from "@/components/display/money";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { PercentField } from "@/components/form/number-field";
import { Submit } from "@/components/form/submit";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Fold } from "@/components/ui/fold";
import type { getEstimate } from "@/lib/invoicing/estimate-queries";
import { convertEstimateAction, invoiceDepositAction, invoicePartAction } from "./actions";

type EstimateRecord = Awaited<ReturnType<typeof getEstimate>>;

/** From the yes to invoices: the deposit, all of it, or a part at a time until nothing is left. */
export function InvoiceAccepted({ companyId, record }: { companyId: string; record: EstimateRecord }) {
  const { estimate, invoices, billedCents } = record;
  const left = estimate.subtotalCents - billedCents;
  const isBegun = invoices.some(({ kind }) => kind === "standard");
  const hasDeposit = invoices.some(({ kind }) => kind === "deposit");
  const identity = <HiddenField name="estimateId" value={estimate.id} />;
  return (
    <Card title="Invoicing" className="print:hidden">
      <DescriptionList
        layout="lines"
        items={[
          { term: "Accepted, before tax", value: <Money cents={estimate.subtotalCents} />, numeric: true },
          { term: "Invoiced", value: <Money cents={billedCents} />, numeric: true },
          { term: "Left to invoice", value: <Money cents={left} currency />, numeric: true },
        ]}
      />
      <div className="mt-4 space-y-4 border-t border-border pt-4">
        {estimate.depositCents > 0 && !hasDeposit ? (
          <Form action={invoiceDepositAction} companyId={companyId}>
            {identity}
            <Submit variant="secondary" icon="banknote" pendingText="Drafting…">
              Create deposit invoice
            </Submit>
          </Form>
        ) : null}
        {isBegun ? null : (
          <Form action={convertEstimateAction} companyId={companyId}>
            {identity}
            <Submit icon="receipt-text" pendingText="Drafting…">
              Create invoice
            </Submit>
          </Form>
        )}
        {left > 0 ? <Parts companyId={companyId} estimateId={estimate.id} isBegun={isBegun} /> : null}
      </div>
    </Card>
  );
}

function Parts({ companyId, estimateId, isBegun }: { companyId: string; estimateId: string; isBegun: boolean }) {
  return (
    <>
      {isBegun ? (
        <Form action={invoicePartAction} companyId={companyId}>
          <HiddenField name="estimateId" value={estimateId} />
          <HiddenField name="percent" value="100" />
          <Submit icon="receipt-text" pendingText="Drafting…">
            Invoice the rest
          </Submit>
        </Form>
      ) : null}
      <Fold title="Invoice a part…">
        <Form action={invoicePartAction} companyId={companyId} className="mt-3">
          <HiddenField name="estimateId" value={estimateId} />
          <PercentField
            name="percent"
            label="Percent of the whole"
            hint="40 invoices two fifths of what was accepted."
          />
          <Submit variant="secondary" pendingText="Drafting…">
            Create part invoice
          </Submit>
        </Form>
      </Fold>
    </>
  );
}
