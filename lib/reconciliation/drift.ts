import { accounts } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Reader, Scope } from "@/lib/access/scope";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { cents } from "@/lib/kernel/money";
import { settlementPosting } from "@/lib/payments/settle";
import { type AccountNames, type Finding, proposed } from "./drift/finding";
import { findMissingEntries, type MissingEntry, missingPosting, subjectOf } from "./drift/missing-entries";
import { findWrongMonths, type WrongMonth } from "./drift/rollup";
import { findUnapplied, type Unapplied } from "./drift/unapplied";

export type { Finding, RepairKind } from "./drift/finding";

/**
 * Whatever of the books has drifted, each with the repair that it proposes and the entry that this would make. Looks only:
 * nothing is mended before a person approves it.
 */
export function listFindings(scope: Scope<"books.verify">): Promise<Finding[]> {
  return scope.read((db) => readFindings(scope, db));
}

/** The same inside a read that has begun. */
export async function readFindings(scope: Scope, db: Reader): Promise<Finding[]> {
  const names = await readNames(scope, db);
  const findings: Finding[] = [];
  for (const missing of await findMissingEntries(scope, db))
    findings.push(await findingOfMissing(scope, db, names, missing));
  for (const wrong of await findWrongMonths(scope, db)) findings.push(findingOfMonth(names, wrong));
  for (const unapplied of await findUnapplied(scope, db)) findings.push(findingOfUnapplied(scope, names, unapplied));
  return findings;
}

async function findingOfMissing(
  scope: Scope,
  db: Reader,
  names: AccountNames,
  missing: MissingEntry,
): Promise<Finding> {
  const posting = await missingPosting(scope, db, missing);
  return {
    kind: "post_missing",
    subjectId: subjectOf(missing),
    title: `${missing.label} has no entry in the journal`,
    explanation:
      "The document stands, but nothing was posted for it. The repair posts what its own command would have.",
    path: pathOf(missing),
    entry: { entryOn: posting.entryOn, memo: posting.memo, lines: proposed(posting.lines, names) },
    change: null,
  };
}

function findingOfMonth(names: AccountNames, wrong: WrongMonth): Finding {
  const account = names.byId.get(wrong.accountId) ?? wrong.accountId;
  return {
    kind: "recalculate",
    subjectId: `${wrong.accountId} ${wrong.month}`,
    title: `The kept sum of ${account} in ${wrong.month.slice(0, 7)} is not that of its lines`,
    explanation: "Reports add up months from kept sums. The repair adds them up anew from the lines; no line changes.",
    path: `/reports/general-ledger?account=${wrong.accountId}`,
    entry: null,
    change: { what: account, before: wrong.keptCents, after: wrong.sumCents },
  };
}

function findingOfUnapplied(scope: Scope, names: AccountNames, one: Unapplied): Finding {
  const { clientId, invoiceId, projectId } = one;
  const amountCents = cents(Math.min(one.creditCents, one.openCents));
  const posting = settlementPosting("stl_proposed", {
    ...{ kind: "credit_application", clientId, invoiceId, settledOn: scope.today, amountCents, reason: "" },
    ...{ placed: [{ invoiceId, projectId, amountCents }], creditCents: cents(0 - amountCents) },
  });
  return {
    kind: "apply_unapplied",
    subjectId: invoiceId,
    title: `${one.clientName} has ${formatDollars(one.creditCents)} of credit, and ${one.invoiceNumber} is open`,
    explanation: `The repair puts ${formatDollars(amountCents)} of it on the invoice, which is due first. If the money was recorded by mistake, void its payment instead.`,
    path: `/clients/${clientId}`,
    entry: { entryOn: posting.entryOn, memo: posting.memo, lines: proposed(posting.lines, names) },
    change: null,
  };
}

function pathOf({ document, id }: MissingEntry): string {
  const places = {
    ...{ invoice: "invoices", payment: "payments", settlement: "credits", credit_note: "credit-notes" },
    ...{ expense: "expenses", reimbursement: "expenses", bill: "bills", bill_payment: "bills/payments" },
  };
  return `/${places[document]}/${id}`;
}

async function readNames(scope: Scope, db: Reader): Promise<AccountNames> {
  const rows = await db.select().from(accounts).where(owned(scope, accounts));
  const name = ({ code, name: called }: (typeof rows)[number]) => `${code} ${called}`;
  return {
    byRole: new Map(rows.flatMap((row) => (row.role ? [[row.role, name(row)] as const] : []))),
    byId: new Map(rows.map((row) => [row.id, name(row)])),
  };
}
