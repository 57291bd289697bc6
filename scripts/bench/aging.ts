import { arAging } from "@/lib/reports/ar-aging";
import { openFirm } from "./firm";
import { loadInvoices } from "./invoices-in-bulk";
import { burst, type Cost, compared, inTurn, meanCpu } from "./measure";
import type { Stage } from "./stage";
import type { Line } from "./table";

const INVOICES = 100_000;
const CLIENTS = 400;
const QUERIES = 4;

/** What each client owes, by how long it is due, over a hundred thousand open invoices. */
export async function aging(stage: Stage): Promise<Line[]> {
  stage.run.step(`Loading ${INVOICES.toLocaleString("en")} open invoices …`);
  const firm = await openFirm("aging", CLIENTS);
  await loadInvoices(stage, firm, INVOICES, "open");
  const scope = firm.desk.scope();
  const queries = Array.from({ length: QUERIES });
  const bare = { name: "aging", text: BARE, values: [scope.company.id, scope.today] };
  const { meter, admin, size } = stage;
  const { product, floor } = await inTurn(size.rounds, {
    product: () => burst(meter, queries, 1, () => arAging(scope, { asOf: scope.today })),
    floor: () => burst(meter, queries, 1, () => admin.query(bare)),
  });
  const millis = (costs: Cost[]) => costs.map(({ wallMs }) => wallMs);
  const details = {
    "CPU ms in PostgreSQL": meanCpu(product).databaseMs,
    "floor's in PostgreSQL": meanCpu(floor).databaseMs,
  };
  const job = "A/R aging, 100,000 open invoices";
  return [{ job, unit: "ms", ...compared(millis(product), millis(floor)), target: { times: 2 }, details }];
}

const late = "$2::date - i.due_on";
const open = "i.total_cents - coalesce(a.cents, 0)";
const bucket = (days: string, name: string) => `sum(${open}) filter (where ${late} ${days}) as ${name}`;

const BARE = `
  select i.client_id, c.name, ${bucket("<= 0", "current")}, ${bucket("between 1 and 30", "to30")}, ${bucket("between 31 and 60", "to60")},
    ${bucket("between 61 and 90", "to90")}, ${bucket("> 90", "beyond")}
  from invoices i
  join clients c on c.company_id = i.company_id and c.id = i.client_id
  left join (
    select invoice_id, sum(amount_cents) as cents from allocations where company_id = $1 and allocated_on <= $2::date group by invoice_id
  ) a on a.invoice_id = i.id
  where i.company_id = $1 and i.status = 'issued' and i.issued_on <= $2::date and ${open} <> 0
  group by i.client_id, c.name order by c.name`;
