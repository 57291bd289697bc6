import { resets } from "@/lib/companies/number-pattern";
import { listNumberSeries } from "@/lib/companies/queries";
import { updateNumbering } from "@/lib/companies/update-numbering";
import { makeDueOf } from "@/lib/doors/recurring";
import type { ClientId, ProjectId, RecurringPlanId } from "@/lib/kernel/ids";
import { makeNext } from "@/lib/recurring/make-occurrence";
import { draft, issue, newPlan } from "../deeds";
import { noon } from "../world";
import { dayOf, type Rest, type RoomDeeds, type Walker } from "./walker";

const patterns = ["INV-{SEQ:5}", "{YY}/{MM}/{SEQ:3}", "{YYYY}-{SEQ}", "N{SEQ}{YY}{MM}"];

const clientOf = ({ clients }: Walker, { pick }: Rest) => clients[pick % clients.length] as ClientId;

/** Numbers of projects, other patterns, and invoices that plans make. */
export const recurringDeeds: RoomDeeds = {
  byProject: {
    weight: 3,
    carry: async (walker, rest) => {
      const { manager } = walker.firm;
      const at = rest.pick % walker.projects.length;
      const numbered = { projectId: walker.projects[at] as ProjectId, useProjectNumbers: true };
      const invoiceId = await draft(manager, clientOf(walker, { ...rest, pick: at }), {
        ...numbered,
        issuedOn: dayOf(rest),
      });
      walker.invoices.push(invoiceId);
      await issue(manager, invoiceId);
      walker.issued.push(invoiceId);
      return undefined;
    },
  },
  pattern: {
    weight: 1,
    carry: async ({ firm }, rest) => {
      const all = await listNumberSeries(firm.admin.scope());
      const revision = all.find(({ series }) => series === "invoice")?.revision ?? 0;
      const pattern = patterns[rest.amount % patterns.length] as string;
      const reset =
        rest.amount % patterns.length === 0 ? "none" : (resets[rest.tax % 2 === 0 ? 0 : 2] as "none" | "yearly");
      await firm.admin.work((work) =>
        updateNumbering(work, { series: "invoice", pattern, beginsAnew: reset, revision }),
      );
      return undefined;
    },
  },
  plan: {
    weight: 2,
    carry: async (walker, rest) => {
      const rhythm = { startsOn: dayOf({ ...rest, day: rest.day % 79 }), dayOfMonth: 1 + (rest.amount % 31) };
      const issues = rest.tax === 0 ? ("draft" as const) : ("automatically" as const);
      const planId = await newPlan(walker.firm.manager, clientOf(walker, rest), { ...rhythm, issues });
      walker.kept.plans = [...(walker.kept.plans ?? []), planId];
      return undefined;
    },
  },
  makeDue: {
    weight: 2,
    carry: async ({ firm, kept }) => {
      if (!kept.plans) return "nothing there";
      const [broken] = await makeDueOf(firm.manager.seat.company.id, noon);
      if (broken) throw broken;
      return undefined;
    },
  },
  makeNext: {
    weight: 1,
    carry: async ({ firm, kept }, rest) => {
      const planId = kept.plans?.at(-1 - (rest.pick % kept.plans.length)) as RecurringPlanId | undefined;
      if (!planId) return "nothing there";
      await firm.manager.work((work) => makeNext(work, { planId }));
      return undefined;
    },
  },
};
