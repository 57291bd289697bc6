import { allocationLabels } from "@/lib/payments/allocation-queries";
import type { ListedCreditEntry } from "@/lib/payments/credit-queries";
import { csvText } from "./csv";

/** The credit ledger as a stream, a batch at a time; `balance` is empty where the rows are not one client's. */
export async function* creditLedgerCsv(batches: AsyncIterable<ListedCreditEntry[]>): AsyncGenerator<string> {
  yield csvText(["Date", "Client", "Came of", "Document", "Reason", "Amount", "Balance"], []);
  for await (const entries of batches) {
    yield csvText(
      null,
      entries.map((entry) => [
        entry.enteredOn,
        entry.clientName,
        allocationLabels[entry.source],
        entry.documentNumber,
        entry.reason,
        entry.amountCents,
        entry.balanceCents ?? "",
      ]),
    );
  }
}
