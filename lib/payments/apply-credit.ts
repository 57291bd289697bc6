import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { cents } from "@/lib/kernel/money";
import { requireCredit } from "./credit";
import { lockOpen } from "./lock-open";
import { settle } from "./settle";
import type { ApplyCreditInput } from "./settlement-inputs";

/**
 * Puts credit of the client on one of its invoices. Refuses more than is open or than there is, on that day or now, and a
 * day before the invoice's, to come, or closed.
 */
export async function applyCredit(
  work: Work<"payments.write">,
  { invoiceId, appliedOn, amount, memo }: ApplyCreditInput,
) {
  const { invoice, openCents } = await lockOpen(work, invoiceId, { amount, day: appliedOn, dayField: "appliedOn" });
  const { clientId, projectId } = invoice;
  await requireCredit(work, clientId, amount, appliedOn);
  const settlementId = await settle(work, {
    ...{ kind: "credit_application", clientId, invoiceId, settledOn: appliedOn, amountCents: amount, reason: memo },
    ...{ placed: [{ invoiceId, projectId, amountCents: amount }], creditCents: cents(0 - amount) },
  });
  record(work, "credit.applied", settlementId, {
    summary: `${formatDollars(amount)} of client credit was applied to invoice ${invoice.number}`,
    facts: { amountCents: amount, openBeforeCents: openCents, memo },
    ...{ clientId, projectId, invoiceId },
  });
  return { settlementId, invoiceId };
}
