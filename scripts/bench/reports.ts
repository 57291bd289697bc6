import { firstOfMonth } from "@/lib/kernel/dates";
import { balanceSheet } from "@/lib/reports/balance-sheet";
import { generalLedger, listLedgerAccounts } from "@/lib/reports/general-ledger";
import { profitLoss } from "@/lib/reports/profit-loss";
import { openFirm } from "./firm";
import { loadJournal } from "./journal";
import { burst, type Cost, compared, inTurn, meanCpu } from "./measure";
import type { Stage } from "./stage";
import type { Line } from "./table";
import { ROLLUP } from "./trial-balance";

const QUERIES = 20;
const page = { after: null, before: null, limit: 50 };

/** The other statements of the longest journal, each against the rollup of the same day, and a page of the ledger against its bare key. */
export async function reports(stage: Stage): Promise<Line[]> {
  const length = Math.max(...stage.size.journals);
  stage.run.step(`Loading a journal of ${length.toLocaleString("en")} lines …`);
  const firm = await openFirm("reports", 1);
  const { lastDay, midMonth } = await loadJournal(stage, firm, length);
  const scope = firm.desk.scope();
  const account = (await listLedgerAccounts(scope)).find(({ code }) => code === BUSY);
  if (!account) throw new Error(`account ${BUSY} of the loaded journal`);
  const of = { accountId: account.id };
  const first = firstOfMonth(lastDay);
  const rollup = { name: "rollup", text: ROLLUP, values: [scope.company.id, lastDay] };
  const ledger = { name: "ledger-page", text: LEDGER_PAGE, values: [scope.company.id, account.id] };
  const against = (job: string, product: () => Promise<unknown>, bare: Bare) =>
    measure(stage, `${job}, ${length.toLocaleString("en")} lines`, product, bare);
  return [
    await against("profit and loss of a month", () => profitLoss(scope, [{ from: first, to: lastDay }]), rollup),
    await against("balance sheet at a month's end", () => balanceSheet(scope, [lastDay]), rollup),
    await against("balance sheet inside a month", () => balanceSheet(scope, [midMonth]), rollup),
    await against(
      "general ledger, first page",
      () => generalLedger(scope, { of, from: null, to: lastDay, ...page }),
      ledger,
    ),
  ];
}

type Bare = { name: string; text: string; values: unknown[] };

async function measure(
  { meter, admin, size }: Stage,
  job: string,
  product: () => Promise<unknown>,
  bare: Bare,
): Promise<Line> {
  const queries = Array.from({ length: QUERIES });
  const measured = await inTurn(size.rounds, {
    product: () => burst(meter, queries, 1, product),
    floor: () => burst(meter, queries, 1, () => admin.query(bare)),
  });
  const millis = (costs: Cost[]) => costs.map(({ wallMs }) => wallMs);
  const details = {
    "CPU ms in PostgreSQL": meanCpu(measured.product).databaseMs,
    "floor's in PostgreSQL": meanCpu(measured.floor).databaseMs,
  };
  return {
    job,
    unit: "ms",
    ...compared(millis(measured.product), millis(measured.floor)),
    target: { times: 3 },
    details,
  };
}

/** One of the accounts that the loaded journal moves. */
const BUSY = "7001";

/** The page's lines with their entries, without the balances beside them. */
const LEDGER_PAGE = `
  select l.entry_on, l.entry_id, l.line_no, l.amount_cents, e.number, e.memo, e.source_type, e.source_id
  from journal_lines l join journal_entries e on e.company_id = l.company_id and e.id = l.entry_id
  where l.company_id = $1 and l.account_id = $2 order by l.entry_on, l.entry_id, l.line_no limit 51`;
