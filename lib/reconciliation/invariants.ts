import type { Invariant } from "./invariant";
import { billedTime } from "./invariants/billed-time";
import { closedPeriods } from "./invariants/closed-periods";
import { credit } from "./invariants/credit";
import { documents } from "./invariants/documents";
import { estimates } from "./invariants/estimates";
import { expenseBooks } from "./invariants/expenses";
import { invoiceEntries } from "./invariants/invoice-entries";
import { journal } from "./invariants/journal";
import { numbers } from "./invariants/numbers";
import { payables } from "./invariants/payables";
import { paymentEntries } from "./invariants/payment-entries";
import { placement } from "./invariants/placement";
import { receivable } from "./invariants/receivable";
import { records } from "./invariants/records";
import { settled } from "./invariants/settled";
import { settlementEntries } from "./invariants/settlement-entries";
import { tenancy } from "./invariants/tenancy";
import { turns } from "./invariants/turns";

/** The whole proof of the books, in the order in which it is read. */
export const invariants: readonly Invariant[] = [
  ...journal,
  ...turns,
  ...numbers,
  ...receivable,
  ...credit,
  ...documents,
  ...estimates,
  ...invoiceEntries,
  ...placement,
  ...paymentEntries,
  ...settled,
  ...settlementEntries,
  ...expenseBooks,
  ...payables,
  ...closedPeriods,
  ...billedTime,
  ...tenancy,
  ...records,
];
