import { randomUUID } from "node:crypto";
import type { Scope, Work } from "@/lib/access/scope";
import { Refusal } from "@/lib/kernel/refusal";
import { listCompanies } from "./console";
import { type Seat, seatIn } from "./seat";
import { openScope, runWork } from "./work";

/**
 * The door through which what a company pays is changed: EZ360's own hand, on the command line. The database lets nobody
 * else through; the company's log tells it like everything else, under EZ360's name.
 */
export type BillingOffice = {
  scope: (now?: Date) => Scope<"billing.read">;
  work: <R>(run: (work: Work<"billing.write">) => Promise<R>, now?: Date) => Promise<R>;
};

export async function billingOffice(slug: string): Promise<BillingOffice> {
  const id = (await listCompanies()).find((company) => company.slug === slug)?.id;
  const seat = id ? await seatIn(id) : null;
  if (!seat) throw new Refusal("not_found");
  const ours: Seat = { ...seat, member: { ...seat.member, name: "EZ360PM" } };
  return {
    scope: (now = new Date()) => openScope(ours, ["billing.read"], now),
    work: (run, now = new Date()) => {
      const deed = { requestId: randomUUID(), action: "billing.office", inputHash: "", isOperators: true };
      return runWork(ours, ["billing.write"], deed, now, run);
    },
  };
}
