import { plainDate } from "@/lib/kernel/dates";
import { draft, issue, issued, line, newClient, pay, percent } from "../deeds";
import {
  adjust,
  apply,
  credited,
  deposit,
  giveUp,
  payMany,
  payOut,
  refund,
  spendDeposit,
  takeBackNote,
  undo,
} from "../settlement-deeds";
import type { Firm } from "../world";
import type { Event } from "./scribe";

const on = (day: number) => plainDate(`2026-11-${String(day).padStart(2, "0")}`);

/** What settles an invoice besides one payment: several, refunds, credit, credit notes, write-offs and deposits. */
export async function playSettlements({ manager: desk }: Firm, event: Event): Promise<void> {
  const client = await newClient(desk, "Birch Lane School");
  const taxed = { lines: [line("100", { isTaxable: true })], taxPercent: percent("8"), issuedOn: on(2) };
  const first = await issued(desk, client, taxed);
  const second = await issued(desk, client, { lines: [line("60")], issuedOn: on(2) });
  await event(
    "Two invoices issued",
    "$100.00 with 8 % tax, and $60.00 without. What follows happens to them.",
    async () => {},
  );
  const many = await event(
    "Payment received for several invoices",
    "One check of $200.00: each invoice is paid, and what neither takes is owed to the client as credit.",
    () =>
      payMany(
        desk,
        client,
        "200",
        [
          [first, "108"],
          [second, "60"],
        ],
        on(3),
      ),
  );
  const back = await event(
    "Payment refunded, a part",
    "$50.00 go back, split as the payment was: 168 parts of 200 from invoices, which owe again, the rest out of credit.",
    () => refund(desk, many, "50", on(4)),
  );
  await event("Refund undone", "It was recorded by mistake: the mirror of its entry.", () => undo(desk, back, on(5)));
  const noted = await event(
    "Credit note on a paid invoice",
    "Revenue and tax are taken back; nothing is open, so all of it becomes client credit.",
    () => credited(desk, first, "100", null, on(6)),
  );
  await event("Credit note voided", "The mirror of its entry; the number stays.", () =>
    takeBackNote(desk, noted, on(7)),
  );
  const third = await issued(desk, client, { lines: [line("90")], issuedOn: on(8) });
  await event("Credit note on an open invoice", "It owes that much less.", () =>
    credited(desk, third, "15", null, on(8)),
  );
  await event("Client credit applied", "What was owed to the client pays an invoice.", () =>
    apply(desk, third, "20", on(9)),
  );
  await event("Client credit granted", "A courtesy lowers revenue.", () =>
    adjust(desk, client, "grant", "12.50", on(9)),
  );
  await event("Client credit reduced", "Given by mistake: back to revenue.", () =>
    adjust(desk, client, "reduce", "2.50", on(9)),
  );
  await event("Client credit paid out", "The client asked for the money.", () => payOut(desk, client, "10", on(10)));
  await event("Rest written off", "It will never be paid: the firm bears it. Revenue stays as it was earned.", () =>
    giveUp(desk, third, "55", on(11)),
  );
  await event("Payment without an invoice", "It is owed to the client until there is one.", () =>
    payMany(desk, client, "25", [], on(11)),
  );
  await playDeposit(desk, client, event);
}

async function playDeposit(desk: Firm["manager"], client: Awaited<ReturnType<typeof newClient>>, event: Event) {
  const held = await event(
    "Deposit invoice issued",
    "30 % of $10,000.00 are asked for before the work: owed by the client, and held for it. No revenue, no tax.",
    () => deposit(desk, client, "3000", on(12)),
  );
  await event("Deposit paid", "Like any invoice.", () => pay(desk, held, "3000", { receivedOn: on(13) }));
  const final = await draft(desk, client, { lines: [line("10000")], issuedOn: on(16) });
  await event("Final invoice issued", "The whole of the work is earned now.", () => issue(desk, final));
  await event("Deposit applied", "What was held pays its part: $7,000.00 are left to collect.", () =>
    spendDeposit(desk, final, held, "3000", on(16)),
  );
}
