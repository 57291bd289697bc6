import { enter } from "@/lib/doors/page";
import { owedBy } from "@/lib/invoicing/balance";
import type { ClientId } from "@/lib/kernel/ids";
import { creditOf } from "@/lib/payments/credit";
import { listDepositsHeld } from "@/lib/payments/deposit-queries";

/** What the client owes, what it has to its credit and what is held for it, for whom payments are. */
export async function moneyOf(params: Promise<{ company: string }>, clientId: ClientId) {
  const scope = await enter(params, "payments.read", "invoices.read");
  const [owed, creditCents, deposits] = await Promise.all([
    owedBy(scope, clientId),
    creditOf(scope, clientId),
    listDepositsHeld(scope, clientId),
  ]);
  return { ...owed, creditCents, deposits };
}
