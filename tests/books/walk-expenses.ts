import { decimalOfCents } from "@/lib/kernel/decimal-text";
import type { BillId, BillPaymentId, ClientId, ExpenseId, VendorId } from "@/lib/kernel/ids";
import {
  approvedExpense,
  billLine,
  chargedTo,
  draftedBill,
  newVendor,
  payVendor,
  postIt,
  reimbursed,
  takeBackBill,
  takeBackBillPayment,
  takeBackExpense,
} from "../expense-deeds";
import { dayOf, laterOf, type Rest, type RoomDeeds, type Walker } from "./walker";

const clientOf = ({ clients }: Walker, { pick }: Rest) => clients[pick % clients.length] as ClientId;

function keep(walker: Walker, kind: string, id: string): undefined {
  walker.kept[kind] = [...(walker.kept[kind] ?? []), id];
  return undefined;
}

function picked<Id extends string>({ kept }: Walker, kind: string, { pick }: Rest): Id | undefined {
  const made = kept[kind] ?? [];
  return made.at(-1 - (pick % Math.max(made.length, 1))) as Id | undefined;
}

/** On one that was made before; which, the step says. */
function on<Id extends string>(
  kind: string,
  run: (walker: Walker, id: Id, rest: Rest) => Promise<unknown>,
): RoomDeeds[string]["carry"] {
  return async (walker, rest) => {
    const id = picked<Id>(walker, kind, rest);
    if (!id) return "nothing there";
    await run(walker, id, rest);
    return undefined;
  };
}

async function vendorOf(walker: Walker): Promise<VendorId> {
  if (!walker.kept.vendors) keep(walker, "vendors", await newVendor(walker.firm.manager));
  return walker.kept.vendors?.[0] as VendorId;
}

/** Spends, bills and pays, each on any day, and takes it back. */
export const expenseDeeds: RoomDeeds = {
  spend: {
    weight: 3,
    carry: async (walker, rest) => {
      const whose = { paidBy: rest.tax > 1 ? ("member" as const) : ("company" as const) };
      const charge = { clientId: clientOf(walker, rest), isBillable: rest.tax > 0 };
      const input = { spentOn: dayOf(rest), ...whose, ...charge };
      const id = await approvedExpense(walker.firm, decimalOfCents(rest.amount), input);
      if (whose.paidBy === "member") keep(walker, "owed", id);
      return keep(walker, "expenses", id);
    },
  },
  reimburse: {
    weight: 3,
    carry: on<ExpenseId>("owed", (walker, id, rest) => reimbursed(walker.firm.manager, id, dayOf(rest))),
  },
  voidExpense: {
    weight: 2,
    carry: on<ExpenseId>("expenses", (walker, id, rest) => takeBackExpense(walker.firm.manager, id, laterOf(rest))),
  },
  charge: {
    weight: 2,
    carry: on<ExpenseId>("expenses", (walker, id, rest) =>
      chargedTo(walker.firm.manager, clientOf(walker, rest), [id]),
    ),
  },
  owe: {
    weight: 3,
    carry: async (walker, rest) => {
      const { manager } = walker.firm;
      const lines = [await billLine(manager, decimalOfCents(rest.amount), "1.5"), await billLine(manager, "10")];
      const billId = await draftedBill(manager, await vendorOf(walker), { billedOn: dayOf(rest), lines });
      return keep(walker, "billDrafts", billId);
    },
  },
  postBill: {
    weight: 4,
    carry: on<BillId>("billDrafts", async (walker, id) => {
      await postIt(walker.firm.manager, id);
      keep(walker, "bills", id);
    }),
  },
  payBill: {
    weight: 4,
    carry: on<BillId>("bills", async (walker, id, rest) => {
      const { manager } = walker.firm;
      const amount = decimalOfCents(1 + (rest.amount % 20_000));
      const paidOn = dayOf(rest);
      keep(walker, "billPayments", await payVendor(manager, await vendorOf(walker), [[id, amount]], { paidOn }));
    }),
  },
  voidBillPayment: {
    weight: 2,
    carry: on<BillPaymentId>("billPayments", (walker, id, rest) =>
      takeBackBillPayment(walker.firm.manager, id, laterOf(rest)),
    ),
  },
  voidBill: {
    weight: 1,
    carry: on<BillId>("bills", (walker, id, rest) => takeBackBill(walker.firm.manager, id, laterOf(rest))),
  },
};
