import type { NewInvoiceInput } from "@/lib/invoicing/inputs";
import { noDiscount } from "@/lib/invoicing/invoice";
import { addDays, plainDate } from "@/lib/kernel/dates";
import type {
  ClientId,
  InvoiceId,
  JournalEntryId,
  PaymentId,
  PeriodId,
  ProjectId,
  TimeEntryId,
} from "@/lib/kernel/ids";
import { type Cents, cents, type Quantity, type RatePpm } from "@/lib/kernel/money";
import { draft, line } from "../deeds";
import { type Firm, today } from "../world";

/** A firm that does whatever a walk says, and remembers what it made, so that later steps have something to pick. */
export type Walker = {
  firm: Firm;
  clients: ClientId[];
  projects: ProjectId[];
  drafts: InvoiceId[];
  issued: InvoiceId[];
  /** Whatever became of them: what most deeds refuse. */
  invoices: InvoiceId[];
  revisions: Map<InvoiceId, number>;
  payments: PaymentId[];
  entries: JournalEntryId[];
  times: TimeEntryId[];
  periods: PeriodId[];
  /** What the deeds of the other rooms made, by a name of theirs. */
  kept: Record<string, string[]>;
};

export type Step = {
  deed: string;
  /** Which of the two companies. */
  of: 0 | 1;
  /** Which of what was made before, counted from the newest; now and then one that a deed refuses. */
  pick: number;
  day: number;
  amount: number;
  quantity: number;
  tax: number;
  /** Begun together with the step before it. */
  together: boolean;
};

export type Rest = Omit<Step, "deed">;
export type Carrier = (walker: Walker, rest: Rest) => Promise<"nothing there" | undefined>;

/** A deed of a room: how often it comes, and what it does. It keeps what it made in `walker.kept`. */
export type RoomDeeds = Record<string, { weight: number; carry: Carrier }>;

const firstDay = plainDate("2026-09-01");
export const taxes = [0, 62_500, 88_750, 1] as RatePpm[];

/** A draft that later steps may edit, issue or delete. */
export async function draftOf(walker: Walker, rest: Rest, more: Partial<NewInvoiceInput> = {}): Promise<InvoiceId> {
  const invoiceId = await draft(walker.firm.manager, clientOf(walker, rest), { ...contentOf(rest), ...more });
  keepDraft(walker, invoiceId);
  return invoiceId;
}

export function keepDraft(walker: Walker, id: InvoiceId): void {
  walker.drafts.push(id);
  walker.invoices.push(id);
}

export function dayOf({ day }: Rest) {
  return addDays(firstDay, day);
}

export function clientOf(walker: Walker, { pick }: Rest): ClientId {
  return walker.clients[pick % walker.clients.length] as ClientId;
}

export function contentOf(rest: Rest) {
  const price = { unitPrice: rest.amount as Cents, quantity: rest.quantity as Quantity, isTaxable: rest.tax > 0 };
  const own = { ppm: ((rest.amount % 4) * 77_777) as RatePpm, cents: cents(0) };
  const discount = rest.amount % 3 === 0 ? { ppm: 0 as RatePpm, cents: cents(rest.amount % 999) } : noDiscount;
  const length = rest.amount % 8 === 0 ? 0 : 1 + (rest.amount % 3);
  const lines = Array.from({ length }, (_, n) =>
    line("1", n % 2 === 0 ? { ...price, discount: own } : { tax: cents(n) }),
  );
  const issuedOn = dayOf(rest);
  return { issuedOn, dueOn: addDays(issuedOn, 30), lines, discount, taxPercent: taxes[rest.tax] as RatePpm };
}

/** Undoing is mostly possible today, and now and then tried on some other day. */
export function laterOf(rest: Rest) {
  return rest.amount % 4 === 0 ? dayOf(rest) : today;
}
