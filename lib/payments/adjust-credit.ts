import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { cents } from "@/lib/kernel/money";
import { refuseAhead } from "@/lib/kernel/refusal";
import { requireBearingAccount, requireDepositAccount } from "@/lib/ledger/deposit-account";
import { applyByRule, heldForRule } from "./auto-apply";
import { lockCredit, requireCredit } from "./credit";
import { settle } from "./settle";
import type { AdjustCreditInput, PayOutCreditInput } from "./settlement-inputs";

/**
 * Credit given as a courtesy, or taken away again, with a reason, against revenue or the account that is named. Refuses
 * to take more than there is, and a day to come or closed.
 */
export async function adjustCredit(work: Work<"payments.write">, input: AdjustCreditInput) {
  const { clientId, direction, adjustedOn, amount, reason } = input;
  refuseAhead("adjustedOn", adjustedOn, work.today);
  const isGrant = direction === "grant";
  const held = isGrant ? await heldForRule(work, clientId) : [];
  const accountId = await requireBearingAccount(work, input.accountId);
  if (isGrant) await lockCredit(work, clientId);
  else await requireCredit(work, clientId, amount, adjustedOn);
  const settlementId = await settle(work, {
    ...{
      kind: isGrant ? "credit_grant" : "credit_reduction",
      clientId,
      settledOn: adjustedOn,
      amountCents: amount,
      reason,
      accountId,
    },
    creditCents: cents(isGrant ? amount : 0 - amount),
  });
  record(work, isGrant ? "credit.granted" : "credit.reduced", settlementId, {
    summary: `${formatDollars(amount)} of client credit was ${isGrant ? "granted" : "taken away"}: ${reason}`,
    facts: { amountCents: amount, adjustedOn, reason },
    clientId,
  });
  if (isGrant) await applyByRule(work, clientId, held);
  return { settlementId, clientId };
}

/** Credit given back as money. Refuses more than there is, on that day or now, and a day to come or closed. */
export async function payOutCredit(work: Work<"payments.write">, input: PayOutCreditInput) {
  const { clientId, paidOn, amount, reason } = input;
  refuseAhead("paidOn", paidOn, work.today);
  const accountId = await requireDepositAccount(work, input.accountId);
  await requireCredit(work, clientId, amount, paidOn);
  const settlementId = await settle(work, {
    ...{ kind: "credit_payout", clientId, settledOn: paidOn, amountCents: amount, reason, accountId },
    creditCents: cents(0 - amount),
  });
  record(work, "credit.paid_out", settlementId, {
    summary: `${formatDollars(amount)} of client credit was paid out: ${reason}`,
    facts: { amountCents: amount, paidOn, reason },
    clientId,
  });
  return { settlementId, clientId };
}
