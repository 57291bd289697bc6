import { updateInvoice } from "@/lib/invoicing/update-invoice";
import { addDays, plainDate } from "@/lib/kernel/dates";
import type { CatalogItemId, ClientId, InvoiceId, ProjectId, TimeEntryId } from "@/lib/kernel/ids";
import type { Cents } from "@/lib/kernel/money";
import { returnTime } from "@/lib/time/approve-time";
import { approved, billed, newService } from "../deeds";
import { savedAs } from "../draft-deeds";
import type { RoomDeeds, Walker } from "./walker";

const firstDay = plainDate("2026-09-01");
const groupings = ["service", "entry", "one"] as const;

/** Time over two services: split, billed in each grouping, set free line by line, and sent back. */
export const timeDeeds: RoomDeeds = {
  splitTime: {
    weight: 3,
    carry: async (walker, rest) => {
      const project = walker.projects[rest.pick % walker.projects.length] as ProjectId;
      const minutes = 2 + (rest.amount % 240);
      const moreServices = [{ itemId: null, minutes: 1 + (rest.quantity % (minutes - 1)) }];
      const itemId = await serviceOf(walker, rest.amount);
      walker.times.push(
        await approved(walker.firm, project, minutes, { itemId, moreServices, workedOn: addDays(firstDay, rest.day) }),
      );
      return undefined;
    },
  },
  billSplit: {
    weight: 3,
    carry: async (walker, rest) => {
      const chosen = walker.times.slice(-1 - rest.pick);
      if (chosen.length === 0) return "nothing there";
      const grouping = groupings[rest.amount % 3];
      const id = await billed(
        walker.firm.manager,
        walker.clients[rest.pick % walker.clients.length] as ClientId,
        chosen,
        grouping,
      );
      walker.drafts.push(id);
      walker.invoices.push(id);
      return undefined;
    },
  },
  dropLine: {
    weight: 3,
    carry: async (walker, rest) => {
      const id = walker.invoices.at(-1 - rest.pick);
      if (id === undefined) return "nothing there";
      await dropLine(walker, id);
      return undefined;
    },
  },
  sendTimeBack: {
    weight: 1,
    carry: async (walker, rest) => {
      const id = walker.times.at(-1 - rest.pick) as TimeEntryId | undefined;
      if (id === undefined) return "nothing there";
      await walker.firm.admin.work((work) => returnTime(work, { timeEntryIds: [id], reason: "Which site?" }));
      return undefined;
    },
  },
};

/** The draft without its last line, whose time is free again. */
async function dropLine({ firm, revisions }: Walker, invoiceId: InvoiceId): Promise<void> {
  const edit = await savedAs(firm.manager, invoiceId, (n, all) => n < all - 1);
  await firm.manager.work((work) => updateInvoice(work, edit));
  revisions.set(invoiceId, edit.revision + 1);
}

async function serviceOf(walker: Walker, amount: number): Promise<CatalogItemId> {
  walker.kept.services ??= [
    await newService(walker.firm.manager, `Walked ${walker.clients[0]}`, 12_345 as Cents),
    await newService(walker.firm.manager, `Walked on ${walker.clients[0]}`, null, true),
  ];
  return walker.kept.services[amount % 2] as CatalogItemId;
}
