import { sql } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { accountingPeriods } from "@/db/schema";
import { plainDate } from "@/lib/kernel/dates";
import type { PeriodId } from "@/lib/kernel/ids";
import { createPeriod } from "@/lib/ledger/create-period";
import { reopenPeriod } from "@/lib/ledger/reopen-period";
import { listSeals } from "@/lib/reconciliation/period-seal";
import { type Firm, openFirm } from "./firm";
import { loadJournal } from "./journal";
import { burst, type Cost, compared, inTurn, meanCpu } from "./measure";
import type { Stage } from "./stage";
import type { Line } from "./table";

const ENTRIES = 100_000;
const LINES = 400_000;

/** What a close puts under seal, and its proof: a hundred thousand entries against one digest of the same rows. */
export async function sealing(stage: Stage): Promise<Line[]> {
  stage.run.step(`Loading ${ENTRIES.toLocaleString("en")} entries …`);
  const firm = await openFirm("seal", 1);
  const { lastDay } = await loadJournal(stage, firm, LINES);
  const days = { name: "All of it", startsOn: plainDate("2000-01-01"), endsOn: lastDay };
  const { periodId } = await firm.desk.work((work) => createPeriod(work, days));
  const { meter, admin, size } = stage;
  const once = (deed: () => Promise<unknown>) => burst(meter, [null], 1, deed);
  const measured = await inTurn(Math.min(size.rounds, 5), {
    seal: () => once(() => closeBare(firm, periodId)),
    verify: () => once(() => listSeals(firm.desk.scope())),
    floor: async () => {
      const cost = await once(() => admin.query(BARE, [firm.desk.seat.company.id]));
      await firm.desk.work((work) => reopenPeriod(work, { periodId, reason: "Measured once more" }));
      return cost;
    },
  });
  const words = `${ENTRIES.toLocaleString("en")} entries of 4 lines`;
  return [
    lineOf(`seal a period of ${words}`, measured.seal, measured.floor),
    lineOf(`verify the seal of ${words}`, measured.verify, measured.floor),
  ];
}

/** The statement that closes and seals, without the checklist before it. */
function closeBare({ desk }: Firm, periodId: PeriodId) {
  const { company } = desk.seat;
  return inTransaction({ companyId: company.id }, (db) =>
    db.execute(sql`update ${accountingPeriods} set status = 'closed', closed_at = now()
      where ${accountingPeriods.companyId} = ${company.id} and ${accountingPeriods.id} = ${periodId}`),
  );
}

function lineOf(job: string, costs: Cost[], floors: Cost[]): Line {
  const millis = (all: Cost[]) => all.map(({ wallMs }) => wallMs);
  const details = {
    "CPU ms in PostgreSQL": meanCpu(costs).databaseMs,
    "floor's in PostgreSQL": meanCpu(floors).databaseMs,
  };
  return { job, unit: "ms", ...compared(millis(costs), millis(floors)), target: { times: 4 }, details };
}

/** Every row of both tables as text, in order, and one digest of it all: names nothing, keeps nothing. */
const BARE = `
  select encode(sha256(convert_to(string_agg(said, E'\\n' order by id), 'UTF8')), 'hex') from (
    select id, e::text as said from journal_entries e where company_id = $1
    union all select entry_id, l::text from journal_lines l where company_id = $1) rows`;
