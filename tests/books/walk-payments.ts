import { decimalOfCents } from "@/lib/kernel/decimal-text";
import type { CreditNoteId, InvoiceId, PaymentId, SettlementId } from "@/lib/kernel/ids";
import { pay } from "../deeds";
import {
  adjust,
  apply,
  deposit,
  giveUp,
  note,
  payMany,
  payOut,
  postNote,
  refund,
  spendDeposit,
  takeBackNote,
  undo,
} from "../settlement-deeds";
import { type Carrier, clientOf, dayOf, laterOf, type Rest, type RoomDeeds, type Walker } from "./walker";

const money = (rest: Rest, most: number) => decimalOfCents(1 + (rest.amount % most));

function kept<T extends string>(walker: Walker, kind: string, { pick }: Rest): T | undefined {
  const made = walker.kept[kind] ?? [];
  return made.at(-1 - (pick % Math.max(made.length, 1))) as T | undefined;
}

function keep(walker: Walker, kind: string, id: string): undefined {
  walker.kept[kind] = [...(walker.kept[kind] ?? []), id];
  return undefined;
}

const issuedOf = ({ issued }: Walker, { pick }: Rest) => issued.at(-1 - (pick % Math.max(issued.length, 1)));
const paymentOf = ({ payments }: Walker, { pick }: Rest) => payments.at(-1 - (pick % Math.max(payments.length, 1)));

/** A deed on what was picked; nothing happens while there is nothing to pick. */
function on<T>(
  find: (walker: Walker, rest: Rest) => T | undefined,
  run: (walker: Walker, found: T, rest: Rest) => Promise<unknown>,
): Carrier {
  return async (walker, rest) => {
    const found = find(walker, rest);
    if (found === undefined) return "nothing there";
    await run(walker, found, rest);
    return undefined;
  };
}

/** A settlement is kept, so that it may be undone. */
function settling<T>(
  find: (walker: Walker, rest: Rest) => T | undefined,
  run: (walker: Walker, found: T, rest: Rest) => Promise<SettlementId>,
): Carrier {
  return on(find, async (walker, found, rest) => keep(walker, "settlements", await run(walker, found, rest)));
}

export const paymentDeeds: RoomDeeds = {
  payMany: {
    weight: 3,
    carry: async (walker, rest) => {
      const parts = walker.issued.slice(-1 - rest.pick).map((id): [InvoiceId, string] => [id, money(rest, 9_000)]);
      const amount = decimalOfCents(rest.amount + parts.length * 9_000);
      walker.payments.push(await payMany(walker.firm.manager, clientOf(walker, rest), amount, parts, dayOf(rest)));
      return undefined;
    },
  },
  refund: {
    weight: 4,
    carry: settling<PaymentId>(paymentOf, ({ firm }, id, rest) =>
      refund(firm.manager, id, money(rest, 15_000), dayOf(rest)),
    ),
  },
  applyCredit: {
    weight: 4,
    carry: settling<InvoiceId>(issuedOf, ({ firm }, id, rest) =>
      apply(firm.manager, id, money(rest, 20_000), dayOf(rest)),
    ),
  },
  grantCredit: {
    weight: 2,
    carry: settling(clientOf, ({ firm }, id, rest) =>
      adjust(firm.manager, id, "grant", money(rest, 20_000), dayOf(rest)),
    ),
  },
  reduceCredit: {
    weight: 2,
    carry: settling(clientOf, ({ firm }, id, rest) =>
      adjust(firm.manager, id, "reduce", money(rest, 20_000), dayOf(rest)),
    ),
  },
  payOutCredit: {
    weight: 2,
    carry: settling(clientOf, ({ firm }, id, rest) => payOut(firm.manager, id, money(rest, 20_000), dayOf(rest))),
  },
  writeOff: {
    weight: 2,
    carry: settling<InvoiceId>(issuedOf, ({ firm }, id, rest) =>
      giveUp(firm.manager, id, money(rest, 20_000), dayOf(rest)),
    ),
  },
  deposit: {
    weight: 3,
    carry: async (walker, rest) => {
      const { manager } = walker.firm;
      const [client, day] = [clientOf(walker, rest), dayOf(rest)];
      const held = await deposit(manager, client, money(rest, 50_000), day);
      keep(walker, "deposits", held);
      walker.issued.push(held);
      walker.payments.push(await pay(manager, held, money(rest, 50_000), { receivedOn: day, acceptExcess: true }));
      return undefined;
    },
  },
  spendDeposit: {
    weight: 3,
    carry: settling<InvoiceId>(issuedOf, (walker, id, rest) => {
      const held = kept<InvoiceId>(walker, "deposits", rest) ?? id;
      return spendDeposit(walker.firm.manager, id, held, money(rest, 10_000), dayOf(rest));
    }),
  },
  undo: {
    weight: 5,
    carry: on(
      (walker, rest) => kept<SettlementId>(walker, "settlements", rest),
      ({ firm }, id, rest) => undo(firm.manager, id, laterOf(rest)),
    ),
  },
  draftNote: {
    weight: 2,
    carry: on(issuedOf, async (walker, id, rest) =>
      keep(walker, "notes", await note(walker.firm.manager, id, money(rest, 30_000), null, dayOf(rest))),
    ),
  },
  postNote: {
    weight: 3,
    carry: on(
      (walker, rest) => kept<CreditNoteId>(walker, "notes", rest),
      ({ firm }, id) => postNote(firm.manager, id),
    ),
  },
  voidNote: {
    weight: 2,
    carry: on(
      (walker, rest) => kept<CreditNoteId>(walker, "notes", rest),
      ({ firm }, id, rest) => takeBackNote(firm.manager, id, laterOf(rest)),
    ),
  },
};
