import { accountingPeriods } from "@/db/schema";
import { createItem } from "@/lib/catalog/create-item";
import { newItemInput } from "@/lib/catalog/inputs";
import { createClient } from "@/lib/clients/create-client";
import { newClientInput } from "@/lib/clients/inputs";
import type { Desk } from "@/lib/doors/console";
import { record } from "@/lib/events/record";
import { type MemberId, newId } from "@/lib/kernel/ids";
import { createProject } from "@/lib/projects/create-project";
import { newProjectInput } from "@/lib/projects/inputs";
import { createTimeEntry } from "@/lib/time/create-time-entry";
import { newTimeEntryInput } from "@/lib/time/inputs";
import type { Firm } from "../../world";

/** A client with a project that the firm's staff works on at $120.00 an hour, and a service without a price. */
export async function site(firm: Firm, name = "Acme") {
  const { clientId } = await firm.owner.work((work) => createClient(work, newClientInput.parse({ name })));
  const { projectId } = await firm.owner.work((work) =>
    createProject(work, aProject({ clientId, name: `${name} survey`, memberIds: [memberOf(firm.staff)] })),
  );
  const { itemId } = await firm.owner.work((work) => createItem(work, aService({ name: `${name} drafting` })));
  return { clientId, projectId, itemId };
}

/** As a form would send it. */
export function aProject(fields: Record<string, unknown>) {
  return newProjectInput.parse({ name: "Survey", billing: "hourly", hourlyRateCents: "120", ...fields });
}

export function aService(fields: Record<string, unknown>) {
  return newItemInput.parse({ kind: "service", name: "Drafting", unitPriceCents: "", ...fields });
}

function anEntry(fields: Record<string, unknown>) {
  return newTimeEntryInput.parse({ workedOn: "2026-11-18", durationMinutes: "1:00", isBillable: "on", ...fields });
}

export async function enter(desk: Desk, fields: Record<string, unknown>) {
  return (await desk.work((work) => createTimeEntry(work, anEntry(fields)))).timeEntryId;
}

export function memberOf(desk: Desk): MemberId {
  return desk.seat.member.id;
}

/** October 2026, closed as it stands. */
export function closeOctober(desk: Desk) {
  return desk.work(async (work) => {
    const period = { id: newId("period"), name: "October 2026", status: "closed" as const };
    await work.db
      .insert(accountingPeriods)
      .values({ companyId: work.company.id, ...period, startsOn: day("2026-10-01"), endsOn: day("2026-10-31") });
    record(work, "period.closed", period.id, { summary: "October 2026 was closed" });
  });
}

function day(text: string) {
  return text as (typeof accountingPeriods.$inferInsert)["startsOn"];
}
