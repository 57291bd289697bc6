import { readFileSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { inTransaction } from "@/db/client";
import { cookieNames } from "@/lib/doors/cookie-names";
import { openSession } from "@/lib/identity/sessions";
import type { UserId } from "@/lib/kernel/ids";
import { encodeCursor } from "@/lib/kernel/listing";
import { ensureBuild } from "../local/build";
import { Trouble } from "../local/trouble";
import { type Firm, openFirm } from "./firm";
import { loadInvoices } from "./invoices-in-bulk";
import { compared, inTurn, median } from "./measure";
import { processorMs } from "./meter";
import type { Stage } from "./stage";
import type { Line } from "./table";
import { ask, type Site, startBare, startWeb } from "./web";

const INVOICES = 100_000;
const FAR_DOWN = 90_000;

type Page = { name: string; product: string; floor: string };
type Served = { cpuMs: number; databaseMs: number; p50: number; kilobytes: number };

/** The list of a company with a hundred thousand invoices: the server's processor time for one page, over HTTP. */
export async function invoiceList(stage: Stage): Promise<Line[]> {
  await ensureBuild(stage.run);
  stage.run.step(`Loading ${INVOICES.toLocaleString("en")} invoices …`);
  const firm = await openFirm("list");
  await loadInvoices(stage, firm, INVOICES, "all sorts");
  const cookie = `${cookieNames.session()}=${await signedIn(stage, firm)}`;
  const [web, bare] = [await startWeb(stage), await startBare(stage, firm.desk.seat.company.id)];
  const lines: Line[] = [];
  for (const page of await pagesOf(stage, firm)) {
    const { product, floor } = await inTurn(stage.size.rounds, {
      product: () => served(stage, web, page.product, cookie, stage.size.requests),
      floor: () => served(stage, bare, page.floor, "", stage.size.requests * 8),
    });
    lines.push(lineOf(page, product, floor, await countQueries(stage, () => ask(web.base + page.product, cookie))));
  }
  return lines;
}

async function served({ meter }: Stage, site: Site, path: string, cookie: string, requests: number): Promise<Served> {
  const millis: number[] = [];
  let bytes = 0;
  const before = { cpu: processorMs(site.child.pid), database: meter.databaseMs() };
  for (let n = 0; n < requests; n += 1) {
    meter.checkpoint();
    const { status, text, millis: taken } = await ask(site.base + path, cookie);
    if (status !== 200 || !text.includes("INV-")) throw new Trouble(`${path} answers ${status} without an invoice.`);
    millis.push(taken);
    bytes = text.length;
  }
  return {
    cpuMs: (processorMs(site.child.pid) - before.cpu) / requests,
    databaseMs: (meter.databaseMs() - before.database) / requests,
    p50: median(millis),
    kilobytes: bytes / 1_000,
  };
}

function lineOf({ name }: Page, product: Served[], floor: Served[], queries: number): Line {
  const cpu = (rounds: Served[]) => rounds.map(({ cpuMs }) => cpuMs);
  const middle = (rounds: Served[], key: keyof Served) => median(rounds.map((round) => round[key]));
  return {
    ...{ job: `invoice list of 100,000, ${name}`, unit: "CPU ms", target: { times: 15 } },
    ...compared(cpu(product), cpu(floor)),
    details: {
      "p50 ms": middle(product, "p50"),
      "floor's p50 ms": middle(floor, "p50"),
      "CPU ms in PostgreSQL": middle(product, "databaseMs"),
      "floor's in PostgreSQL": middle(floor, "databaseMs"),
      kB: middle(product, "kilobytes"),
      "floor's kB": middle(floor, "kilobytes"),
      statements: queries,
    },
  };
}

/** Signed in without the form, as the command line may: a session's row, and its token for the cookie. */
async function signedIn({ admin }: Stage, { email }: Firm): Promise<string> {
  const { rows } = await admin.query<{ id: UserId }>("select id from users where email = $1", [email]);
  const userId = rows[0]?.id;
  if (userId === undefined) throw new Error(`${email} is nobody`);
  const [now, caller] = [new Date(), { address: "127.0.0.1", userAgent: "bench", requestId: "bench" }];
  return inTransaction({ userId }, (db) =>
    openSession(db, userId, { provedAt: now, secondFactorAt: null }, caller, now),
  );
}

async function pagesOf({ admin }: Stage, { desk }: Firm): Promise<Page[]> {
  const { company, today } = desk.scope();
  const { rows } = await admin.query<{ day: string; id: string }>(
    `select issued_on::text as day, id from invoices where company_id = $1 order by issued_on desc, id desc offset ${FAR_DOWN} limit 1`,
    [company.id],
  );
  const { day = "", id = "" } = rows[0] ?? {};
  const list = `/c/${company.slug}/invoices`;
  const client = "Client 0007";
  return [
    { name: "first page", product: list, floor: "/first" },
    {
      name: "page far down",
      product: `${list}?after=${encodeCursor({ value: day, id })}`,
      floor: `/far?day=${day}&id=${id}`,
    },
    { name: "overdue", product: `${list}?status=overdue`, floor: `/overdue?day=${today}` },
    {
      name: "search",
      product: `${list}?q=${encodeURIComponent(client)}`,
      floor: `/search?text=${encodeURIComponent(`%${client}%`)}`,
    },
  ];
}

/** How many statements the server is asked while `deed` is done: its own log says. */
async function countQueries({ admin, serverLog }: Stage, deed: () => Promise<unknown>): Promise<number> {
  const logging = async (which: "all" | "none") => {
    await admin.query(`alter system set log_statement = '${which}'`);
    await admin.query("select pg_reload_conf()");
    await sleep(200);
  };
  await logging("all");
  const from = statSync(serverLog).size;
  await deed();
  const said = readFileSync(serverLog).subarray(from).toString();
  await logging("none");
  return said
    .split("\n")
    .filter((line) => /LOG: {2}(statement|execute [^:]+): /.test(line) && !line.includes("log_statement")).length;
}
