import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { InvoiceId } from "@/lib/kernel/ids";
import { root } from "../local/paths";
import { type Clerk, floorClerk, productClerk } from "./documents";
import { type Firm, openFirm } from "./firm";
import { loadInvoices } from "./invoices-in-bulk";
import { loadJournal } from "./journal";
import { burst, type Cost, compared, inTurn, meanCpu } from "./measure";
import { adminPool, inBulk, type Stage } from "./stage";
import type { Line, Target } from "./table";

const target: Target = { share: 0.4, firstLanding: 0.2 };

export type Writing = { draft: Cost; issue: Cost; pay: Cost };

/** Issuing an invoice of five lines and recording its payment, by one writer and by eight, all in one company. */
export async function writing(stage: Stage): Promise<Line[]> {
  await stage.admin.query(readFileSync(join(root, "scripts/bench/floor.sql"), "utf8"));
  return [...(await writtenBy(stage, 1)), ...(await writtenBy(stage, 8))];
}

async function writtenBy(stage: Stage, writers: number): Promise<Line[]> {
  const firm = await openFirm(`writers${writers}`);
  await withHistory(stage, firm);
  const pool = adminPool(stage.adminUrl, writers);
  const [product, floor] = [productClerk(firm), floorClerk(pool, firm)];
  try {
    const measured = await inTurn(stage.size.rounds, {
      product: () => round(stage, product, writers),
      floor: () => round(stage, floor, writers),
    });
    return linesOf(writers, measured.product, measured.floor);
  } finally {
    await pool.end();
  }
}

/** Drafts, then issues, then is paid: the same invoices. */
export async function round({ meter, size }: Stage, clerk: Clerk, writers: number): Promise<Writing> {
  const invoiceIds: InvoiceId[] = [];
  const drafts = Array.from({ length: writers === 1 ? size.deeds : size.deeds * 4 });
  const draft = await burst(meter, drafts, writers, async () => invoiceIds.push(await clerk.draft()));
  const issue = await burst(meter, invoiceIds, writers, clerk.issue);
  const pay = await burst(meter, invoiceIds, writers, clerk.pay);
  return { draft, issue, pay };
}

function linesOf(writers: number, product: Writing[], floor: Writing[]): Line[] {
  const who = writers === 1 ? "1 writer" : `${writers} writers, one company`;
  return [
    writtenLine(`issue an invoice of 5 lines, ${who}`, ["issue"], target, { product, floor }),
    writtenLine(`draft it and issue it, ${who}`, ["draft", "issue"], target, { product, floor }),
    writtenLine(`record its payment, ${who}`, ["pay"], target, { product, floor }),
  ];
}

/** Throughput against throughput, with the processor time that each side took for one. */
export function writtenLine(
  job: string,
  deeds: (keyof Writing)[],
  target: Target,
  { product, floor }: { product: Writing[]; floor: Writing[] },
): Line {
  const costs = (rounds: Writing[]) => rounds.map((round) => total(deeds.map((deed) => round[deed])));
  const perSecond = (rounds: Writing[]) => costs(rounds).map(({ wallMs }) => 1_000 / wallMs);
  const [spent, least] = [meanCpu(costs(product)), meanCpu(costs(floor))];
  const share = (least.nodeMs + least.databaseMs) / (spent.nodeMs + spent.databaseMs);
  return {
    ...{ job, unit: "per s", target },
    ...compared(perSecond(product), perSecond(floor)),
    details: {
      "by CPU": `${(share * 100).toFixed(0)} %`,
      "CPU ms in node": spent.nodeMs,
      "in PostgreSQL": spent.databaseMs,
      "floor's in node": least.nodeMs,
      "floor's in PostgreSQL": least.databaseMs,
    },
  };
}

function total(costs: Cost[]): Cost {
  const sum = (pick: (cost: Cost) => number) => costs.reduce((all, cost) => all + pick(cost), 0);
  return {
    wallMs: sum(({ wallMs }) => wallMs),
    nodeMs: sum(({ nodeMs }) => nodeMs),
    databaseMs: sum(({ databaseMs }) => databaseMs),
  };
}

/** A company that has been at it for some years, the same in the product's tables and in the floor's; the planner knows both. */
async function withHistory(stage: Stage, firm: Firm): Promise<void> {
  const company = firm.desk.seat.company.id;
  await loadInvoices(stage, firm, HISTORY, "all sorts");
  await loadJournal(stage, firm, HISTORY * 4);
  await inBulk(stage.adminUrl, async (client) => {
    await client.query("update number_series set next_number = $2, next_in_period = $2 where company_id = $1", [
      company,
      HISTORY + 1,
    ]);
    await client.query("insert into bench.users select * from users on conflict do nothing");
    await client.query("insert into bench.companies select * from companies where id = $1", [company]);
    for (const table of COPIED) {
      await client.query(`insert into bench.${table} select * from public.${table} where company_id = $1`, [company]);
    }
    await client.query("vacuum analyze");
  });
}

const HISTORY = 10_000;
const COPIED = [
  ...["members", "number_series", "accounts", "clients", "invoices", "allocations", "payments"],
  ...["journal_entries", "journal_lines", "account_months"],
];
