import type { PlainDate } from "@/lib/kernel/dates";
import { trialBalance } from "@/lib/reports/trial-balance";
import { type Firm, openFirm } from "./firm";
import { type Journal, loadJournal } from "./journal";
import { burst, inTurn, medianCost } from "./measure";
import type { Stage } from "./stage";
import { cost, type Line } from "./table";

const QUERIES = 40;

type Books = { lines: number; firm: Firm; journal: Journal };
type Measured = { figure: number; floor: number; databaseMs: number };

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

async function asOf(stage: Stage, books: Books[], when: string, dayOf: (journal: Journal) => PlainDate): Promise<Line[]> {
  const measured: Measured[] = [];
  for (const { firm, journal } of books) measured.push(await measure(stage, firm, dayOf(journal)));
  const [first, last] = [measured.at(0), measured.at(-1)];
  if (!first || !last) return [];
  const most = { from: words(books.at(0)), to: words(books.at(-1)) };
  return [
    ...measured.map((result, place) =>
      cost(`trial balance ${when}, ${words(books[place])} lines`, "ms", result, { times: 3 }, { "PostgreSQL CPU ms": result.databaseMs }),
    ),
    cost(`trial balance ${when}, ${most.to} against ${most.from}`, "ms", { figure: last.figure, floor: first.figure }, { times: 3 }),
  ];
}

async function measure({ meter, admin, size }: Stage, { desk }: Firm, day: PlainDate): Promise<Measured> {
  const scope = desk.scope();
  const queries = Array.from({ length: QUERIES });
  const bare = { name: "trial-balance", text: BARE, values: [scope.company.id, day] };
  const { product, floor } = await inTurn(size.rounds, {
    product: () => burst(meter, queries, 1, () => trialBalance(scope, { asOf: day })),
    floor: () => burst(meter, queries, 1, () => admin.query(bare)),
  });
  const { wallMs, databaseMs } = medianCost(product);
  return { figure: wallMs, floor: medianCost(floor).wallMs, databaseMs };
}

/** The rollup's whole months and nothing else: as of a day inside a month it is a floor that no right answer can reach. */
const BARE = `
  select a.id, a.code, a.name, a.type, a.role, a.is_active, coalesce(m.cents, 0) as cents
  from accounts a
  left join (
    select account_id, sum(amount_cents) as cents from account_months where company_id = $1 and month <= $2::date group by account_id
  ) m on m.account_id = a.id
  where a.company_id = $1 order by a.code`;

function words(books: Books | undefined): string {
  return (books?.lines ?? 0).toLocaleString("en");
}
