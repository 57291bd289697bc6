import { Banner } from "@/components/ui/banner";
import { enter } from "@/lib/doors/page";
import { listDepositAccounts } from "@/lib/ledger/deposit-account";
import type { PaymentRecord } from "./payment-facts";
import { RefundForm } from "./refund-form";
import { VoidForm } from "./void-form";

/** What can still be done with money that came in: give it back, or say that it never came. */
export async function GiveBack({ params, record }: { params: Promise<{ company: string }>; record: PaymentRecord }) {
  const scope = await enter(params, "payments.write", "payments.read");
  const { payment, left, leftCents, placed, refunds } = record;
  const accounts = await listDepositAccounts(scope);
  const hasRefunds = refunds.some(({ status }) => status === "standing");
  return (
    <>
      {leftCents > 0 ? (
        <RefundForm
          key={leftCents}
          companyId={scope.company.id}
          today={scope.today}
          payment={{
            id: payment.id,
            number: payment.number ?? "",
            receivedOn: payment.receivedOn,
            depositAccountId: payment.depositAccountId,
          }}
          left={left}
          leftCents={leftCents}
          numbers={Object.fromEntries(placed.map((row) => [row.invoiceId, row.invoiceNumber ?? ""]))}
          accounts={accounts}
        />
      ) : null}
      {hasRefunds ? (
        <Banner kind="lock" title="This payment can't be voided while refunds of it stand">
          A void says that the money never came; a refund says that it came and went back. To void it, undo its refunds
          first.
        </Banner>
      ) : (
        <VoidForm companyId={scope.company.id} record={record} today={scope.today} />
      )}
    </>
  );
}
