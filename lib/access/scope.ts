import type { Database } from "@/db/client";
import type { CompanyAccess } from "@/lib/kernel/company-access";
import type { CreditRule } from "@/lib/kernel/credit-rule";
import type { PlainDate } from "@/lib/kernel/dates";
import type { FactorPolicy } from "@/lib/kernel/factor-policy";
import type { CompanyId, MemberId } from "@/lib/kernel/ids";
import type { RatePpm } from "@/lib/kernel/money";
import type { Plan } from "@/lib/kernel/plans";
import type { Role } from "@/lib/kernel/roles";
import type { Ask } from "@/lib/kernel/together";
import type { Permission } from "./permissions";

declare const minted: unique symbol;

export type ScopeCompany = {
  id: CompanyId;
  slug: string;
  name: string;
  timeZone: string;
  defaultDueDays: number;
  defaultEstimateValidDays: number;
  defaultTaxPpm: RatePpm;
  creditRule: CreditRule;
  plan: Plan;
  factorPolicy: FactorPolicy;
  /** How far its members get, by what it pays; as the door found it. */
  access: CompanyAccess;
  /** 1 to 12: the month in which a fiscal year begins. */
  fiscalYearStartMonth: number;
};

/** As record() tells it; who, when and for which request are the deed's. */
export type RecordedFact = {
  id: string;
  type: string;
  subjectId: string;
  clientId: string | null;
  projectId: string | null;
  invoiceId: string | null;
  summary: string;
  facts: Record<string, unknown>;
};

export type ScopeMember = {
  id: MemberId;
  name: string;
  role: Role;
  /** A second factor is wanted of this member, whatever the company's rule; and from when on nothing opens without. */
  needsFactor: boolean;
  factorDueAt: Date | null;
};

/** Reading only: a page's handle has no insert, update or delete, and its transaction is read only. */
export type Reader = Pick<Database, "select" | "selectDistinct" | "selectDistinctOn" | "with" | "$with" | "execute">;

/**
 * Who asks, for which company, with which rights. Only a door makes one, so whoever holds it was admitted.
 * `Scope<"a" | "b">` serves where `Scope<"a">` is asked for.
 */
export type Scope<P extends Permission = never> = {
  readonly [minted]: true;
  readonly rights: { readonly [K in P]: true };
  readonly company: ScopeCompany;
  readonly member: ScopeMember;
  /** The company's day, in its own time zone. */
  readonly today: PlainDate;
  /** The door's clock; nothing behind the doors asks for the time itself. */
  readonly now: Date;
  /** For drawing or leaving out a button. Never the guard. */
  readonly can: (permission: Permission) => boolean;
  readonly read: <T>(query: (db: Reader) => Promise<T>) => Promise<T>;
};

/** A scope inside one transaction: what commands take. It ends with the commit. */
export type Work<P extends Permission = never> = Scope<P> & {
  readonly db: Database;
  /**
   * Writes whose answers the command does not need: they go to the database with the commit, in one message, so that a number's
   * row stays locked for one turn less. What fails there fails the command. Each sends all its statements when it is called,
   * none after an answer: that one would come after the commit.
   */
  readonly leave: (...asks: Ask[]) => void;
  readonly requestId: string;
  /** What was recorded so far; written at the end, with the answer. The door fails a write that recorded nothing. */
  readonly facts: RecordedFact[];
};

/** Mints. Only lib/doors may import this; tests/house.test.ts holds it to that. */
export function mint<S extends Scope>(scope: Omit<S, typeof minted>): S {
  return Object.freeze({ ...scope }) as S;
}
