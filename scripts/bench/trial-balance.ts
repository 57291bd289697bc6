import type { PlainDate } from "@/lib/kernel/dates";
import { trialBalance } from "@/lib/reports/trial-balance";
import { type Firm, openFirm } from "./firm";
import { type Journal, loadJournal } from "./journal";
import { burst, type Cost, compared, inTurn, meanCpu } from "./measure";
import type { Stage } from "./stage";
import type { Line, Target } from "./table";

const QUERIES = 40;

type Books = { lines: number; firm: Firm; journal: Journal };
const target: Target = { times: 3 };

/** The trial balance of three years of books, as of a month's last day and of its twentieth, as the journal grows. */
export async function trialBalances(stage: Stage): Promise<Line[]> {
  const books: Books[] = [];
  for (const lines of stage.size.journals) {
    stage.run.step(`Loading a journal of ${lines.toLocaleString("en")} lines …`);
    const firm = await openFirm(`books${lines}`, 1);
    books.push({ lines, firm, journal: await loadJournal(stage, firm, lines) });
  }
  return [
    ...(await asOf(stage, books, "at a month's end", (journal) => journal.lastDay)),
    ...(await asOf(stage, books, "inside a month", (journal) => journal.midMonth)),
  ];
}

async function asOf(
  stage: Stage,
  books: Books[],
  when: string,
  dayOf: (journal: Journal) => PlainDate,
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const { firm, journal, lines: length } of books) {
    lines.push(
      await measure(stage, firm, dayOf(journal), `trial balance ${when}, ${length.toLocaleString("en")} lines`),
    );
  }
  const [first, last] = [lines.at(0), lines.at(-1)];
  if (!first || !last) return lines;
  const growth = { figure: last.figure, floor: first.figure, ratio: last.figure / first.figure };
  return [...lines, { job: "  the longest against the shortest", unit: "ms", ...growth, target, details: {} }];
}

async function measure({ meter, admin, size }: Stage, { desk }: Firm, day: PlainDate, job: string): Promise<Line> {
  const scope = desk.scope();
  const queries = Array.from({ length: QUERIES });
  const bare = { name: "trial-balance", text: ROLLUP, values: [scope.company.id, day] };
  const { product, floor } = await inTurn(size.rounds, {
    product: () => burst(meter, queries, 1, () => trialBalance(scope, { asOf: day })),
    floor: () => burst(meter, queries, 1, () => admin.query(bare)),
  });
  const millis = (costs: Cost[]) => costs.map(({ wallMs }) => wallMs);
  const details = {
    "CPU ms in PostgreSQL": meanCpu(product).databaseMs,
    "floor's in PostgreSQL": meanCpu(floor).databaseMs,
  };
  return { job, unit: "ms", ...compared(millis(product), millis(floor)), target, details };
}

/** The rollup's whole months and nothing else: as of a day inside a month it is a floor that no right answer can reach. */
export const ROLLUP = `
  select a.id, a.code, a.name, a.type, a.role, a.is_active, coalesce(m.cents, 0) as cents
  from accounts a
  left join (
    select account_id, sum(amount_cents) as cents from account_months where company_id = $1 and month <= $2::date group by account_id
  ) m on m.account_id = a.id
  where a.company_id = $1 order by a.code`;
