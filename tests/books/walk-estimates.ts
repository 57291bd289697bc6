import { acceptEstimate } from "@/lib/invoicing/accept-estimate";
import { convertEstimate, invoiceDeposit, invoicePart } from "@/lib/invoicing/convert-estimate";
import { declineEstimate, withdrawEstimate } from "@/lib/invoicing/decline-estimate";
import { duplicateEstimate } from "@/lib/invoicing/duplicate-estimate";
import { duplicateInvoice } from "@/lib/invoicing/duplicate-invoice";
import { noDiscount } from "@/lib/invoicing/invoice";
import { addDays } from "@/lib/kernel/dates";
import type { EstimateId, InvoiceId } from "@/lib/kernel/ids";
import { type Cents, cents, type Quantity, type RatePpm } from "@/lib/kernel/money";
import { line } from "../deeds";
import { draftedEstimate, send } from "../estimate-deeds";
import { today } from "../world";
import { type Carrier, clientOf, dayOf, type Rest, type RoomDeeds, type Walker } from "./walker";

/** Of what was made so far, one that may fit: the rest is what deeds refuse. */
function on(kind: string, run: (walker: Walker, id: EstimateId, rest: Rest) => Promise<unknown>): Carrier {
  return async (walker, rest) => {
    const made = walker.kept[kind] ?? [];
    const id = made.at(-1 - (rest.pick % Math.max(made.length, 1)));
    if (id === undefined) return "nothing there";
    await run(walker, id as EstimateId, rest);
    return undefined;
  };
}

function keep(walker: Walker, kind: string, id: string): void {
  walker.kept[kind] = [...(walker.kept[kind] ?? []), id];
}

function keepInvoice(walker: Walker, { invoiceId }: { invoiceId: InvoiceId }): void {
  walker.drafts.push(invoiceId);
  walker.invoices.push(invoiceId);
}

function contentOf(rest: Rest) {
  const price = {
    unitPrice: rest.amount as Cents,
    quantity: (rest.quantity || 1) as Quantity,
    isTaxable: rest.tax > 0,
  };
  const lines = [line("10", price), line("3.33", { isTaxable: true, tax: cents(rest.amount % 99) })];
  const issuedOn = dayOf(rest);
  const percent = (n: number) => ({ ppm: (n * 10_000) as RatePpm, cents: cents(0) });
  const kind = rest.pick % 2 === 0 ? ("estimate" as const) : ("proposal" as const);
  const tax = (rest.tax % 2 === 0 ? 0 : 62_500) as RatePpm;
  return {
    ...{ kind, issuedOn, lines, taxPercent: tax, deposit: percent(rest.amount % 50) },
    validUntil: addDays(issuedOn, 60),
    discount: rest.amount % 3 === 0 ? percent(7) : noDiscount,
  };
}

export const estimateDeeds: RoomDeeds = {
  offer: {
    weight: 3,
    carry: async (walker, rest) => {
      const id = await draftedEstimate(walker.firm.manager, clientOf(walker, rest), contentOf(rest));
      keep(walker, "offers", id);
      if (rest.amount % 2 === 0) return undefined;
      await send(walker.firm.manager, id);
      keep(walker, "sent", id);
      return undefined;
    },
  },
  sendOffer: {
    weight: 4,
    carry: on("offers", async (walker, id) => {
      await send(walker.firm.manager, id);
      keep(walker, "sent", id);
    }),
  },
  acceptOffer: {
    weight: 4,
    carry: on("sent", async (walker, estimateId) => {
      await walker.firm.manager.work((work) => acceptEstimate(work, { estimateId, name: "Ada", acceptedOn: today }));
      keep(walker, "accepted", estimateId);
    }),
  },
  endOffer: {
    weight: 1,
    carry: on("sent", (walker, estimateId, rest) => {
      const deed = rest.amount % 2 === 0 ? declineEstimate : withdrawEstimate;
      return walker.firm.manager.work((work) => deed(work, { estimateId, decidedOn: today, reason: "No" }));
    }),
  },
  convertOffer: {
    weight: 2,
    carry: on("accepted", async (walker, estimateId) =>
      keepInvoice(walker, await walker.firm.manager.work((work) => convertEstimate(work, { estimateId }))),
    ),
  },
  billPart: {
    weight: 4,
    carry: on("accepted", async (walker, estimateId, rest) => {
      const percent = (rest.amount % 3 === 0 ? 1_000_000 : 1 + ((rest.amount * 7) % 600_000)) as RatePpm;
      keepInvoice(walker, await walker.firm.manager.work((work) => invoicePart(work, { estimateId, percent })));
    }),
  },
  billDeposit: {
    weight: 2,
    carry: on("accepted", async (walker, estimateId) =>
      keepInvoice(walker, await walker.firm.manager.work((work) => invoiceDeposit(work, { estimateId }))),
    ),
  },
  copyOffer: {
    weight: 1,
    carry: on("sent", async (walker, estimateId) => {
      const copy = await walker.firm.manager.work((work) => duplicateEstimate(work, { estimateId }));
      keep(walker, "offers", copy.estimateId);
    }),
  },
  copyInvoice: {
    weight: 1,
    carry: async (walker, { pick }) => {
      const invoiceId = walker.invoices.at(-1 - (pick % Math.max(walker.invoices.length, 1)));
      if (!invoiceId) return "nothing there";
      keepInvoice(walker, await walker.firm.manager.work((work) => duplicateInvoice(work, { invoiceId })));
      return undefined;
    },
  },
};
