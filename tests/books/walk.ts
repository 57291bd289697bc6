import fc from "fast-check";
import type { Desk } from "@/lib/doors/console";
import { deleteInvoice } from "@/lib/invoicing/delete-invoice";
import { updateInvoice } from "@/lib/invoicing/update-invoice";
import { decimalOfCents } from "@/lib/kernel/decimal-text";
import type { InvoiceId, PaymentId, ProjectId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import { reopenPeriod } from "@/lib/ledger/reopen-period";
import { reverseEntry } from "@/lib/ledger/reverse-entry";
import { closePeriod } from "@/lib/reconciliation/close-period";
import {
  approved,
  billed,
  bookByHand,
  invoiceOf,
  issue,
  newClient,
  newMonth,
  newProject,
  pay,
  reasons,
  takeBackInvoice,
  takeBackPayment,
} from "../deeds";
import type { Firm } from "../world";
import { estimateDeeds } from "./walk-estimates";
import { expenseDeeds } from "./walk-expenses";
import { paymentDeeds } from "./walk-payments";
import { periodDeeds } from "./walk-periods";
import { recurringDeeds } from "./walk-recurring";
import { timeDeeds } from "./walk-time";
import {
  type Carrier,
  clientOf,
  contentOf,
  dayOf,
  draftOf,
  keepDraft,
  type Rest,
  type RoomDeeds,
  type Step,
  taxes,
  type Walker,
} from "./walker";

/** It has begun already: a walk from nothing would meet nothing for most of its steps. */
export async function walkerOf(firm: Firm): Promise<Walker> {
  const clients = [await newClient(firm.manager), await newClient(firm.manager)];
  const projects: ProjectId[] = [];
  for (const client of clients) projects.push(await newProject(firm.manager, client));
  const empty = { drafts: [], issued: [], invoices: [], payments: [], entries: [], times: [], periods: [], kept: {} };
  const walker: Walker = { firm, clients, projects, revisions: new Map(), ...empty };
  const first = { of: 0, pick: 0, day: 20, amount: 12_345, quantity: 20_000, tax: 1, together: false } as const;
  for (const deed of history) await take(walker, { ...first, deed });
  // the last draft is of the newest month, where it keeps none of the others from its close
  await take(walker, { ...first, deed: "draft", day: 78 });
  return walker;
}

const history: Deed[] = [
  ...["draft", "issue", "pay", "draft", "issue", "time", "byHand"],
  ...["draftNote", "postNote", "owe", "postBill", "payBill", "month"],
];

const weights = {
  draft: 5,
  edit: 2,
  issue: 7,
  deleteDraft: 1,
  voidInvoice: 2,
  pay: 5,
  payTooMuch: 3,
  voidPayment: 3,
  time: 3,
  bill: 3,
  byHand: 2,
  reverse: 2,
  month: 2,
  close: 3,
  reopen: 2,
} as const;

/** What the other rooms do, each in a file of its own beside this one: `walk-<room>.ts`. */
const rooms: RoomDeeds[] = [paymentDeeds, expenseDeeds, timeDeeds, recurringDeeds, estimateDeeds, periodDeeds];

const further: RoomDeeds = Object.assign({}, ...rooms);
export type Deed = string;
export const deeds: Deed[] = [...Object.keys(weights), ...Object.keys(further)];

function weightOf(deed: Deed): number {
  return further[deed]?.weight ?? weights[deed as keyof typeof weights];
}

/** What makes a deed possible that chance rarely finds ready. */
const [invoiced, offered, noted] = [
  ["draft", "issue"],
  ["offer", "sendOffer"],
  ["draft", "issue", "draftNote"],
];
const accepted = [...offered, "acceptOffer"];
const owed = ["owe", "postBill"];
export const leadingTo: Partial<Record<Deed, Deed[]>> = {
  ...{ sendOffer: ["offer"], acceptOffer: offered, endOffer: offered, copyOffer: offered },
  ...{ convertOffer: accepted, billPart: accepted, billDeposit: accepted },
  ...{
    draftNote: invoiced,
    postNote: noted,
    voidNote: [...noted, "postNote"],
    writeOff: invoiced,
    refund: [...invoiced, "pay"],
  },
  ...{ reduceCredit: ["grantCredit"], payOutCredit: ["grantCredit"], applyCredit: [...invoiced, "grantCredit"] },
  ...{ spendDeposit: ["deposit", ...invoiced], voidInvoice: invoiced, voidPayment: [...invoiced, "pay"] },
  ...{ close: ["month"], reopen: ["month", "close"], takeBackBalances: ["openBalances"] },
  ...{ pay: invoiced, payTooMuch: invoiced, undo: ["grantCredit"] },
  ...{ reimburse: ["spend"], voidExpense: ["spend"], charge: ["spend"] },
  ...{ postBill: ["owe"], payBill: owed, voidBill: owed, voidBillPayment: [...owed, "payBill"] },
  ...{ makeDue: ["plan"], makeNext: ["plan"], bill: ["time"], billSplit: ["splitTime"], sendTimeBack: ["time"] },
  ...{ dropLine: ["time", "bill"] },
  ...{ closeYear: ["bookEarlier"], reopenYear: ["bookEarlier", "closeYear"] },
};

const months = ["2026-09", "2026-10", "2026-11"];
export const step: fc.Arbitrary<Step> = fc.record({
  deed: fc.oneof(...deeds.map((deed) => ({ weight: weightOf(deed), arbitrary: fc.constant(deed) }))),
  of: fc.constantFrom(0 as const, 1 as const),
  pick: fc.nat({ max: 3 }),
  day: fc.nat({ max: 90 }),
  amount: fc.integer({ min: 1, max: 200_000 }),
  quantity: fc.integer({ min: 0, max: 99_999 }),
  tax: fc.nat({ max: taxes.length - 1 }),
  together: fc.boolean(),
});

/** "done", or the code of the refusal. Anything else that is thrown is a bug, and is thrown on. */
export async function take(walker: Walker, { deed, ...rest }: Step): Promise<string> {
  try {
    return (await carrierOf(deed)(walker, rest)) ?? "done";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

function carrierOf(deed: Deed): Carrier {
  return further[deed]?.carry ?? carriers[deed as keyof typeof weights];
}

const carriers: Record<keyof typeof weights, Carrier> = {
  draft: async (walker, rest) => {
    await draftOf(walker, rest);
    return undefined;
  },
  edit: onPicked("drafts", async (walker, invoiceId, rest) => {
    const revision = walker.revisions.get(invoiceId) ?? 0;
    const input = { ...invoiceOf(clientOf(walker, rest)), ...contentOf(rest), invoiceId, revision };
    await walker.firm.manager.work((work) => updateInvoice(work, input));
    walker.revisions.set(invoiceId, revision + 1);
  }),
  issue: onPicked("drafts", async (walker, invoiceId) => {
    await issue(walker.firm.manager, invoiceId, walker.revisions.get(invoiceId) ?? 0);
    walker.drafts = walker.drafts.filter((id) => id !== invoiceId);
    walker.issued.push(invoiceId);
  }),
  deleteDraft: onPicked("drafts", async (walker, invoiceId) => {
    const revision = walker.revisions.get(invoiceId) ?? 0;
    await walker.firm.manager.work((work) => deleteInvoice(work, { invoiceId, revision }));
    walker.drafts = walker.drafts.filter((id) => id !== invoiceId);
  }),
  voidInvoice: onPicked("issued", (walker, id, rest) => takeBackInvoice(walker.firm.manager, id, dayOf(rest))),
  pay: onPicked("issued", async (walker, id, rest) => {
    walker.payments.push(await paid(walker.firm.manager, id, rest, rest.amount % 20_000, false));
  }),
  payTooMuch: onPicked("issued", async (walker, id, rest) => {
    walker.payments.push(await paid(walker.firm.manager, id, rest, rest.amount * 3, true));
  }),
  voidPayment: onPicked("payments", (walker, id, rest) => takeBackPayment(walker.firm.manager, id, dayOf(rest))),
  time: async (walker, rest) => {
    const project = walker.projects[rest.pick % walker.projects.length] as ProjectId;
    walker.times.push(await approved(walker.firm, project, 1 + (rest.amount % 240), { workedOn: dayOf(rest) }));
    return undefined;
  },
  bill: onPicked("times", async (walker, _, rest) => {
    const chosen = walker.times.slice(-1 - rest.pick);
    keepDraft(walker, await billed(walker.firm.manager, clientOf(walker, rest), chosen, "service"));
  }),
  byHand: async (walker, rest) => {
    const [debit, credit] = rest.pick % 2 === 0 ? ["6000", "1000"] : ["1000", "3000"];
    const amount = decimalOfCents(rest.amount);
    walker.entries.push(await bookByHand(walker.firm.owner, debit as string, credit as string, amount, dayOf(rest)));
    return undefined;
  },
  reverse: onPicked("entries", async (walker, entryId, rest) => {
    await walker.firm.owner.work((work) => reverseEntry(work, { entryId, entryOn: dayOf(rest), memo: "Back" }));
  }),
  month: async (walker, rest) => {
    walker.periods.push(await newMonth(walker.firm.owner, months[rest.pick % months.length] as string));
    return undefined;
  },
  close: onPicked("periods", async (walker, periodId) => {
    await walker.firm.owner.work((work) => closePeriod(work, { periodId, note: "", reasons }));
  }),
  reopen: onPicked("periods", async (walker, periodId) => {
    await walker.firm.owner.work((work) => reopenPeriod(work, { periodId, reason: "Late bill" }));
  }),
};

function onPicked<K extends "drafts" | "issued" | "payments" | "entries" | "times" | "periods">(
  kind: K,
  run: (walker: Walker, id: Walker[K][number], rest: Rest) => Promise<unknown>,
): Carrier {
  return async (walker, rest) => {
    const isInvoice = kind === "drafts" || kind === "issued";
    const made: Walker[K][number][] = isInvoice && rest.pick === 3 ? walker.invoices : walker[kind];
    const id = made.at(-1 - (rest.pick % Math.max(made.length, 1)));
    if (id === undefined) return "nothing there";
    await run(walker, id, rest);
    return undefined;
  };
}

function paid(desk: Desk, id: InvoiceId, rest: Rest, amount: number, acceptExcess: boolean): Promise<PaymentId> {
  return pay(desk, id, decimalOfCents(Math.max(amount, 1)), { receivedOn: dayOf(rest), acceptExcess });
}
