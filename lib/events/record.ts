import type { Work } from "@/lib/access/scope";
import { type ClientId, type InvoiceId, newId, type ProjectId } from "@/lib/kernel/ids";
import type { EventType } from "./types";

export type Fact = {
  /** One sentence for people, without who and when. */
  summary: string;
  /** What changed, for machines and for the curious: before and after, amounts in cents. */
  facts?: Record<string, unknown>;
  /** On whose timelines it stands, besides its own. */
  clientId?: ClientId | null;
  projectId?: ProjectId | null;
  invoiceId?: InvoiceId | null;
};

/**
 * A fact, for ever, in the same transaction as the deed: all that a deed records is written in one statement at its end
 * (keep_deed() in db/migrations). Audit page and timelines read the same rows.
 */
export function record(work: Work, type: EventType, subjectId: string, fact: Fact): void {
  work.facts.push({
    id: newId("event"),
    type,
    subjectId,
    clientId: fact.clientId ?? null,
    projectId: fact.projectId ?? null,
    invoiceId: fact.invoiceId ?? null,
    summary: fact.summary,
    facts: fact.facts ?? {},
  });
}
