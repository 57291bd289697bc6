import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { Refusal } from "@/lib/kernel/refusal";
import { badDebtAccount } from "@/lib/ledger/deposit-account";
import { lockOpen } from "./lock-open";
import { settle } from "./settle";
import type { WriteOffInput } from "./settlement-inputs";

/**
 * Gives up what will never be paid: the invoice owes that much less, and the firm bears it as bad debt. Revenue and tax
 * stay as they were. Refuses more than is open, a deposit invoice (void it instead: nothing was earned), and a day before
 * the invoice's, to come, or closed.
 */
export async function writeOff(
  work: Work<"payments.write">,
  { invoiceId, writtenOffOn, amount, reason }: WriteOffInput,
) {
  const { invoice, openCents } = await lockOpen(work, invoiceId, {
    amount,
    day: writtenOffOn,
    dayField: "writtenOffOn",
  });
  if (invoice.kind === "deposit") throw new Refusal("deposit_not_earned", { verb: "written off" });
  const { clientId, projectId } = invoice;
  const accountId = await badDebtAccount(work);
  const settlementId = await settle(work, {
    ...{ kind: "write_off", clientId, invoiceId, settledOn: writtenOffOn, amountCents: amount, reason, accountId },
    placed: [{ invoiceId, projectId, amountCents: amount }],
  });
  record(work, "invoice.written_off", settlementId, {
    summary: `${formatDollars(amount)} of invoice ${invoice.number} was written off: ${reason}`,
    facts: { amountCents: amount, openBeforeCents: openCents, writtenOffOn, reason },
    ...{ clientId, projectId, invoiceId },
  });
  return { settlementId, invoiceId };
}
