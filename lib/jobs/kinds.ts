import type { CompanyId, MemberId } from "@/lib/kernel/ids";

/** Name → payload of every job. Imperative: work to do, not a fact. Handlers are in lib/doors/jobs. */
export type JobKinds = {
  "send-welcome-email": { companyId: CompanyId; memberId: MemberId };
  /** Every day, by the worker's clock. */
  "make-recurring-invoices": Record<string, unknown>;
};

export type JobKind = keyof JobKinds;
