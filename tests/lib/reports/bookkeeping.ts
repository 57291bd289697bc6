import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import { createClient } from "@/lib/clients/create-client";
import { newClientInput } from "@/lib/clients/inputs";
import { draftInvoice } from "@/lib/invoicing/draft-invoice";
import { newInvoiceInput } from "@/lib/invoicing/inputs";
import { issueInvoice } from "@/lib/invoicing/issue-invoice";
import { voidInvoice } from "@/lib/invoicing/void-invoice";
import { addDays, plainDate } from "@/lib/kernel/dates";
import { decimalOfCents } from "@/lib/kernel/decimal-text";
import type { AccountId, ClientId, InvoiceId, JournalEntryId, PaymentId } from "@/lib/kernel/ids";
import { createPeriod } from "@/lib/ledger/create-period";
import { journalEntryInput, newPeriodInput } from "@/lib/ledger/inputs";
import { postManualEntry } from "@/lib/ledger/post-manual-entry";
import { reverseEntry } from "@/lib/ledger/reverse-entry";
import { recordPaymentInput } from "@/lib/payments/inputs";
import { recordPayment } from "@/lib/payments/record-payment";
import { voidPayment } from "@/lib/payments/void-payment";
import { closePeriod } from "@/lib/reconciliation/close-period";
import { reasons } from "../../deeds";
import type { Firm } from "../../world";

/** The bookkeeping of one firm in few words, all of it by the product's own commands. Amounts are cents. */
export function bookkeeping({ owner }: Firm) {
  const client = (name: string) =>
    owner.work((work) => createClient(work, newClientInput.parse({ name }))).then(({ clientId }) => clientId);

  const invoice = (clientId: ClientId, issuedOn: string, amount: number, { due = 30, tax = "0" } = {}) =>
    owner.work(async (work): Promise<InvoiceId> => {
      const line = { description: "Work", quantity: "1", unitPrice: decimalOfCents(amount), isTaxable: true };
      const dueOn = addDays(plainDate(issuedOn), due);
      const draft = newInvoiceInput.parse({
        clientId,
        issuedOn,
        dueOn,
        taxPercent: tax,
        lines: JSON.stringify([line]),
      });
      const { invoiceId } = await draftInvoice(work, draft);
      await issueInvoice(work, { invoiceId, revision: 0 });
      return invoiceId;
    });

  const pay = (invoiceId: InvoiceId, receivedOn: string, amount: number) =>
    owner.work(async (work): Promise<PaymentId> => {
      const typed = { invoiceId, receivedOn, amount: decimalOfCents(amount), method: "check", acceptExcess: "on" };
      return (await recordPayment(work, recordPaymentInput.parse(typed))).paymentId;
    });

  const entry = (entryOn: string, lines: [code: string, amount: number][], memo = "By hand") =>
    owner.work(async (work): Promise<JournalEntryId> => {
      const typed = [];
      for (const [code, amount] of lines) {
        const accountId = await accountOf(code);
        const [debit, credit] = [Math.max(amount, 0), Math.max(-amount, 0)].map(decimalOfCents);
        typed.push({ accountId, debit, credit, memo: "" });
      }
      const input = journalEntryInput.parse({ entryOn, memo, lines: JSON.stringify(typed) });
      return (await postManualEntry(work, input)).entryId;
    });

  const accountOf = async (code: string): Promise<AccountId> => {
    const scope = owner.scope();
    const [account] = await scope.read((db) =>
      db
        .select({ id: accounts.id })
        .from(accounts)
        .where(and(owned(scope, accounts), eq(accounts.code, code))),
    );
    if (!account) throw new Error(`no account ${code}`);
    return account.id;
  };

  return {
    ...{ client, invoice, pay, entry, accountOf },
    draft: (clientId: ClientId, issuedOn: string) =>
      owner.work(async (work) => {
        const line = { description: "Work", quantity: "2", unitPrice: "10.00", isTaxable: false };
        const typed = { clientId, issuedOn, dueOn: issuedOn, taxPercent: "0", lines: JSON.stringify([line]) };
        return (await draftInvoice(work, newInvoiceInput.parse(typed))).invoiceId;
      }),
    voidPayment: (paymentId: PaymentId, on: string) =>
      owner.work((work) => voidPayment(work, { paymentId, voidedOn: plainDate(on), reason: "Bounced" })),
    voidInvoice: (invoiceId: InvoiceId, on: string) =>
      owner.work((work) => voidInvoice(work, { invoiceId, voidedOn: plainDate(on), reason: "Wrong client" })),
    reverse: (entryId: JournalEntryId, on: string) =>
      owner.work((work) => reverseEntry(work, { entryId, entryOn: plainDate(on), memo: "Wrong" })),
    close: (startsOn: string, endsOn: string) =>
      owner.work(async (work) => {
        const { periodId } = await createPeriod(work, newPeriodInput.parse({ startsOn, endsOn }));
        await closePeriod(work, { periodId, note: "", reasons });
        return periodId;
      }),
  };
}
