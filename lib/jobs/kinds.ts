import type { CompanyId, MemberId } from "@/lib/kernel/ids";

/** Name → payload of every job. Imperative: work to do, not a fact. Handlers are in lib/doors/jobs. */
export type JobKinds = {
  "send-welcome-email": { companyId: CompanyId; memberId: MemberId };
  /** About a person's account; sealed, since what is in it opens the account. */
  "send-account-mail": { sealed: string };
  /** Every hour, by the worker's clock. */
  "sweep-identity": Record<string, unknown>;
  /** Every day, by the worker's clock. */
  "make-recurring-invoices": Record<string, unknown>;
};

export type JobKind = keyof JobKinds;
