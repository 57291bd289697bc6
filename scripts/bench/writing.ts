import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { InvoiceId } from "@/lib/kernel/ids";
import { root } from "../local/paths";
import { type Clerk, floorClerk, productClerk } from "./documents";
import { type Firm, openFirm } from "./firm";
import { loadInvoices } from "./invoices-in-bulk";
import { loadJournal } from "./journal";
import { burst, type Cost, inTurn, medianCost } from "./measure";
import { adminPool, inBulk, type Stage } from "./stage";
import { type Line, rate, type Target } from "./table";

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
    return linesOf(writers, summary(measured.product), summary(measured.floor));
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

export function summary(rounds: Writing[]): Writing {
  return {
    draft: medianCost(rounds.map(({ draft }) => draft)),
    issue: medianCost(rounds.map(({ issue }) => issue)),
    pay: medianCost(rounds.map(({ pay }) => pay)),
  };
}

function linesOf(writers: number, product: Writing, floor: Writing): Line[] {
  const who = writers === 1 ? "1 writer" : `${writers} writers, one company`;
  const line = (job: string, figure: Cost[], low: Cost[]) =>
    rate(`${job}, ${who}`, { figure: perSecond(figure), floor: perSecond(low) }, target, {
      ...spent("product", figure),
      ...spent("floor", low),
    });
  return [
    line("issue an invoice of 5 lines", [product.issue], [floor.issue]),
    line("draft it and issue it", [product.draft, product.issue], [floor.draft, floor.issue]),
    line("record its payment", [product.pay], [floor.pay]),
  ];
}

export function perSecond(costs: Cost[]): number {
  return 1_000 / sum(costs.map(({ wallMs }) => wallMs));
}

/** Where the time of one deed went. */
export function spent(whose: string, costs: Cost[]): Record<string, number> {
  return {
    [`${whose}: node CPU ms`]: sum(costs.map(({ nodeMs }) => nodeMs)),
    [`${whose}: PostgreSQL CPU ms`]: sum(costs.map(({ databaseMs }) => databaseMs)),
  };
}

function sum(values: number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

/** A company that has been at it for some years, the same in the product's tables and in the floor's; the planner knows both. */
async function withHistory(stage: Stage, firm: Firm): Promise<void> {
  const company = firm.desk.seat.company.id;
  await loadInvoices(stage, firm, HISTORY, "all sorts");
  await loadJournal(stage, firm, HISTORY * 4);
  await inBulk(stage.adminUrl, async (client) => {
    await client.query("update number_series set next_number = $2 where company_id = $1", [company, HISTORY + 1]);
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
  ...["members", "number_series", "accounts", "clients", "invoices", "allocations"],
  ...["journal_entries", "journal_lines", "account_months"],
];
