import type { Invariant } from "./invariant";
import { billedTime } from "./invariants/billed-time";
import { closedPeriods } from "./invariants/closed-periods";
import { credit } from "./invariants/credit";
import { documents } from "./invariants/documents";
import { invoiceEntries } from "./invariants/invoice-entries";
import { journal } from "./invariants/journal";
import { numbers } from "./invariants/numbers";
import { paymentEntries } from "./invariants/payment-entries";
import { placement } from "./invariants/placement";
import { receivable } from "./invariants/receivable";
import { records } from "./invariants/records";
import { tenancy } from "./invariants/tenancy";

/** The whole proof of the books, in the order in which it is read. */
export const invariants: readonly Invariant[] = [
  ...journal,
  ...numbers,
  ...receivable,
  ...credit,
  ...documents,
  ...invoiceEntries,
  ...placement,
  ...paymentEntries,
  ...closedPeriods,
  ...billedTime,
  ...tenancy,
  ...records,
];
