import { approveExpenses, submitExpenses } from "@/lib/expenses/approve-expenses";
import { listCategories } from "@/lib/expenses/categories";
import { createExpense } from "@/lib/expenses/create-expense";
import { draftBill } from "@/lib/expenses/draft-bill";
import type { NewExpenseInput } from "@/lib/expenses/inputs";
import { payBills } from "@/lib/expenses/pay-bills";
import { postBill } from "@/lib/expenses/post-bill";
import { reimburseExpense } from "@/lib/expenses/reimburse-expense";
import { createCategory } from "@/lib/expenses/save-category";
import { createVendor } from "@/lib/expenses/save-vendor";
import { voidExpense } from "@/lib/expenses/void-expense";
import { addDays, addMonths, firstOfMonth, type PlainDate } from "@/lib/kernel/dates";
import type { BillId, ExpenseCategoryId, ExpenseId, VendorId } from "@/lib/kernel/ids";
import { type Cents, cents, type Quantity, type RatePpm } from "@/lib/kernel/money";
import { type Clock, nthWorkday, workdayUntil } from "./calendar";
import { diceOf } from "./dice";
import { type Firm, managerOf, named, type Person } from "./firm";

/** Name, host of its mail, last digits of its phone, address, and how it numbers its bills. */
const vendors = [
  ["Halyard Instruments", "halyard", "0188", "7 Rope Walk\nPortland, ME 04101", "HI-"],
  ["Cobblestone Reprographics", "cobblestone", "0121", "40 Ceres Street\nPortsmouth, NH 03801", "CR"],
  ["Tern Point Aviation", "ternpoint", "0164", "Hangar 3, Airport Road\nSanford, ME 04073", "TPA-"],
  ["Brackwater Drilling", "brackwater", "0135", "212 Mill Lane\nDover, NH 03820", "B"],
] as const;
const work = [
  "Total station calibration",
  "Plan sheets, large format",
  "Aerial survey flight",
  "Test borings, two days",
];
const categories = [
  ["Travel and fuel", "6060"],
  ["Software", "6020"],
] as const;
const purchases = [
  ["Seabright Fuel", "Fuel for the crew truck", 0],
  ["Turnpike Authority", "Tolls", 0],
  ["Lantern Hill Diner", "Lunch on site", 2],
  ["Harbor Hardware", "Stakes, flagging and paint", 2],
  ["Plotworks", "Plug-in for drafting", 1],
  ["County Registry", "Copies of deeds", 2],
] as const;

type Book = { vendors: VendorId[]; categories: ExpenseCategoryId[] };
type Kind = { isOwn?: boolean; until?: "draft" | "submitted"; isVoid?: boolean; isBillable?: boolean };

/** Eight expenses and two vendors' bills a month, nearly all settled, and at the end one of each that is not. */
export function scheduleSpending(firm: Firm): void {
  const { agenda, foundedOn, today } = firm;
  const dice = diceOf(4_310);
  const book: Book = { vendors: [], categories: [] };
  agenda.on(foundedOn, (clock) => openBook(firm, book, clock));
  for (let month = addMonths(firstOfMonth(foundedOn), 1); month < today; month = addMonths(month, 1)) {
    for (let n = 0; n < 8; n++) {
      const [what, amount] = [dice.below(purchases.length), cents(dice.between(850, 18_900))];
      const isOwn = n % 3 === 0;
      agenda.on(nthWorkday(month, 2 + n * 2), (clock) => spend(firm, book, what, amount, { isOwn }, clock));
    }
    for (const nth of [5, 12]) {
      const [who, amount, wait] = [
        dice.below(vendors.length),
        cents(dice.between(24_000, 260_000)),
        dice.between(12, 28),
      ];
      agenda.on(nthWorkday(month, nth), (clock) => owe(firm, book, who, amount, wait, clock));
    }
  }
  const lately = workdayUntil(addDays(today, -2));
  const kinds: Kind[] = [{ until: "draft" }, { until: "submitted" }, { isVoid: true }, { isBillable: true }];
  for (const [n, kind] of kinds.entries()) {
    agenda.on(lately, (clock) => spend(firm, book, n, cents(4_200 + n * 1_150), kind, clock));
  }
  agenda.on(lately, async (clock) => void (await draft(firm, book, 1, cents(38_000), clock)));
  const overdue = workdayUntil(addDays(today, -40));
  agenda.on(overdue, (clock) => owe(firm, book, 2, cents(145_000), null, clock));
}

async function openBook(firm: Firm, book: Book, clock: Clock): Promise<void> {
  const { desk } = firm.bookkeeper;
  for (const [name, host, digits, address] of vendors) {
    const details = { email: `billing@${host}.example`, phone: `(603) 555-${digits}`, address, note: "" };
    const made = await desk.work((w) => createVendor(w, { name, ...details }), { now: clock.next() });
    book.vendors.push(made.vendorId);
  }
  for (const [name, code] of categories) {
    const input = { name, accountId: named(firm.accounts, code) };
    const made = await desk.work((w) => createCategory(w, input), { now: clock.next() });
    book.categories.push(made.categoryId);
  }
  const general = (await listCategories(desk.scope(clock.next()))).find(({ name }) => name === "General");
  if (general) book.categories.push(general.id);
}

/** Entered and submitted by a manager, approved by the bookkeeper; the manager's own money comes back at once. */
async function spend(firm: Firm, book: Book, what: number, amount: Cents, kind: Kind, clock: Clock): Promise<void> {
  const [merchant, description, category] = purchases[what % purchases.length] as (typeof purchases)[number];
  const project = kind.isBillable ? [...firm.landmarks.values()][0] : undefined;
  const { desk } = managerOf(firm, 0);
  const input: NewExpenseInput = {
    memberId: null,
    merchant,
    vendorId: null,
    spentOn: clock.day,
    categoryId: book.categories[category] as ExpenseCategoryId,
    clientId: null,
    projectId: project?.id ?? null,
    description,
    amount,
    tax: null,
    paidBy: kind.isOwn ? "member" : "company",
    paidFromAccountId: null,
    isBillable: project !== undefined,
    markup: (project ? 100_000 : 0) as RatePpm,
  };
  const { expenseId } = await desk.work((w) => createExpense(w, input), { now: clock.next() });
  if (kind.until === "draft") return;
  await desk.work((w) => submitExpenses(w, { expenseIds: [expenseId] }), { now: clock.next() });
  if (kind.until === "submitted") return;
  await settle(firm.bookkeeper, expenseId, kind, clock);
}

async function settle({ desk }: Person, expenseId: ExpenseId, kind: Kind, clock: Clock): Promise<void> {
  await desk.work((w) => approveExpenses(w, { expenseIds: [expenseId] }), { now: clock.next() });
  const [day, accountId] = [clock.day, null];
  if (kind.isOwn) {
    await desk.work((w) => reimburseExpense(w, { expenseId, reimbursedOn: day, accountId }), { now: clock.next() });
  }
  if (kind.isVoid) {
    const reason = "Entered twice";
    await desk.work((w) => voidExpense(w, { expenseId, voidedOn: day, reason }), { now: clock.next() });
  }
}

/** A bill of its own day; paid after so many days, or never. */
async function owe(
  firm: Firm,
  book: Book,
  who: number,
  amount: Cents,
  wait: number | null,
  clock: Clock,
): Promise<void> {
  const billId = await draft(firm, book, who, amount, clock);
  const { desk } = firm.bookkeeper;
  await desk.work((w) => postBill(w, { billId, revision: 0 }), { now: clock.next() });
  if (wait === null) return;
  const vendorId = book.vendors[who] as VendorId;
  firm.agenda.on(addDays(clock.day, wait), async (later) => {
    const payment = { vendorId, paidOn: later.day as PlainDate, fromAccountId: null, reference: "Bank transfer" };
    await desk.work((w) => payBills(w, { ...payment, bills: [{ billId, amount }] }), { now: later.next() });
  });
}

async function draft(firm: Firm, book: Book, who: number, amount: Cents, clock: Clock): Promise<BillId> {
  const { billId } = await firm.bookkeeper.desk.work(
    (w) =>
      draftBill(w, {
        vendorId: book.vendors[who] as VendorId,
        vendorNumber: `${vendors[who]?.[4]}${clock.day.slice(2).replaceAll("-", "")}-${amount % 1_000}`,
        billedOn: clock.day,
        dueOn: addDays(clock.day, 30),
        note: "",
        tax: cents(0),
        lines: [
          {
            description: work[who] as string,
            quantity: 10_000 as Quantity,
            unitPrice: amount,
            accountId: named(firm.accounts, "6000"),
            projectId: null,
          },
        ],
      }),
    { now: clock.next() },
  );
  return billId;
}
