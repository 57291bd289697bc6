import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inTransaction } from "@/db/client";
import { listClients } from "@/lib/clients/queries";
import { type Desk, deskOf } from "@/lib/doors/console";
import { listSeats } from "@/lib/doors/seat";
import { isPassword } from "@/lib/identity/password";
import { findLogin } from "@/lib/identity/sign-in";
import { listInvoices } from "@/lib/invoicing/queries";
import { present } from "@/lib/kernel/assert";
import { addDays } from "@/lib/kernel/dates";
import type { ClientId, PaymentId, ProjectId } from "@/lib/kernel/ids";
import { listFiscalYears } from "@/lib/ledger/fiscal-years";
import { listPeriods } from "@/lib/ledger/queries";
import { listAllocations } from "@/lib/payments/allocation-queries";
import { creditOf } from "@/lib/payments/credit";
import { listCreditNotes } from "@/lib/payments/credit-note-queries";
import { listCreditEntries } from "@/lib/payments/credit-queries";
import { listDepositsHeld } from "@/lib/payments/deposit-queries";
import { getPayment, listPayments } from "@/lib/payments/queries";
import { listProjects } from "@/lib/projects/queries";
import { verifyBooks } from "@/lib/reconciliation/verify-books";
import { listTimeEntries, listUnbilledTime } from "@/lib/time/queries";
import { findTimer } from "@/lib/time/timer-queries";

type Login = { email: string; password: string; role: string; companySlug: string };

const file = join(tmpdir(), `ez360-logins-${randomUUID()}.json`);
let logins: Login[];
let owner: Desk;
let staff: Desk;

const any = { search: "", descending: false, filters: {}, after: null, before: null, limit: 200 };

beforeAll(async () => {
  const seeded = await seed("--small", "--logins", file);
  expect(seeded).toMatchObject({ code: 0, complaint: "" });
  logins = JSON.parse(readFileSync(file, "utf8"));
  owner = await deskFor("owner@northmoor.example");
  staff = await deskFor("staff@northmoor.example");
}, 120_000);

afterAll(() => rmSync(file, { force: true }));

function seed(...args: string[]): Promise<{ code: number | null; complaint: string }> {
  const script = ["--import=tsx", "--conditions=react-server", "scripts/seed.ts"];
  const child = spawn(process.execPath, [...script, ...args], { stdio: ["ignore", "ignore", "pipe"] });
  let complaint = "";
  child.stderr.on("data", (data) => {
    complaint += data;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, complaint })));
}

async function deskFor(email: string): Promise<Desk> {
  const login = logins.find((one) => one.email === email);
  return deskOf(login?.companySlug ?? "", email);
}

async function clientNamed(name: string): Promise<ClientId> {
  const { rows } = await listClients(owner.scope(), { ...any, sort: "name", search: name });
  return rows[0]?.id as ClientId;
}

test("the logins are written for their owner alone, one for each role, and every one of them signs in", async () => {
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(logins.map(({ email, role }) => `${email} ${role}`)).toEqual([
    "owner@northmoor.example owner",
    "admin@northmoor.example admin",
    "manager@northmoor.example manager",
    "staff@northmoor.example staff",
    "owner@tidewell.example owner",
  ]);
  for (const { email, password } of logins) {
    await expect(isLogin(email, password)).resolves.toBe(true);
  }
});

test("the admin belongs to both firms", async () => {
  const userId = present(await loginOf((logins[1] as Login).email), "admin").userId;
  expect((await listSeats(userId)).map((seat) => seat.company.name)).toEqual([
    "Northmoor Design & Survey",
    "Tidewell Drafting Studio",
  ]);
});

test("the books of both firms hold, in every check", async () => {
  for (const desk of [owner, await deskFor("owner@tidewell.example")]) {
    const broken = (await verifyBooks(desk.scope())).filter((check) => !check.ok);
    expect(broken).toEqual([]);
  }
});

test("a second seed refuses with one sentence and leaves everything as it is", async () => {
  const before = await listInvoices(owner.scope(), { ...any, sort: "issued" });
  const again = await seed("--small");
  expect(again.code).toBe(1);
  expect(again.complaint).toMatch(/^This database holds "Northmoor Design & Survey" .*\n$/);
  expect((await listInvoices(owner.scope(), { ...any, sort: "issued" })).total).toBe(before.total);
});

test("an unknown flag is refused before anything is done", async () => {
  expect(await seed("--large")).toMatchObject({ code: 2, complaint: expect.stringContaining("Usage: ") });
});

describe("what scripts/seed.ts promises", () => {
  test("an invoice in each state, found by its reference", async () => {
    const client = await clientNamed("Larkspur Dental Group");
    const { rows } = await listInvoices(owner.scope(), { ...any, sort: "issued", filters: { client } });
    const standings = await Promise.all(
      ["PO 7001", "PO 7002", "PO 7003", "PO 7004", "PO 7005", "PO 7006"].map(async (search) => {
        const found = await listInvoices(owner.scope(), { ...any, sort: "issued", search });
        return found.rows.map((row) => row.standing).join();
      }),
    );
    expect(rows).toHaveLength(6);
    expect(standings).toEqual(["paid", "overdue", "partly_paid", "issued", "void", "draft"]);
  });

  test("a client with a credit of $250.00", async () => {
    expect(await creditOf(owner.scope(), await clientNamed("Quillfeather Foods"))).toBe(25_000);
  });

  test("a client with corrections: credit notes of each status, deposits applied and held, a rest that was given up", async () => {
    const client = await clientNamed("Corbel & Finch Builders");
    const { rows: notes } = await listCreditNotes(owner.scope(), { ...any, sort: "noted", filters: { client } });
    expect(notes.map(({ status }) => status).sort()).toEqual(["draft", "posted", "void"]);
    const { rows } = await listInvoices(owner.scope(), { ...any, sort: "issued", filters: { client } });
    expect(rows.filter(({ kind }) => kind === "deposit")).toHaveLength(2);
    expect((await listDepositsHeld(owner.scope(), client)).map(({ leftCents }) => leftCents)).toEqual([150_000]);
    const [final] = rows.filter(({ totalCents }) => totalCents > 1_000_000);
    expect(final?.balanceCents).toBe((final?.totalCents ?? 0) - 300_000);
    const puts = await Promise.all(rows.map(({ id }) => listAllocations(owner.scope(), id)));
    expect(puts.flat().filter(({ source }) => source === "write_off")).toHaveLength(1);
    expect(await creditOf(owner.scope(), client)).toBe(10_625);
  });

  test("an hourly project of the staff login, with unbilled, waiting and fresh time", async () => {
    const { rows } = await listProjects(staff.scope(), { ...any, sort: "name", search: "Harbor Street" });
    const [project] = rows;
    const projectId = project?.id as ProjectId;
    const clientId = project?.clientId as ClientId;
    expect(rows.map(({ name, hourlyRateCents }) => [name, hourlyRateCents])).toEqual([
      ["Harbor Street boundary survey", 13_500],
      ["Harbor Street planting plan", null],
    ]);

    const unbilled = await listUnbilledTime(owner.scope(), { clientId, projectId });
    expect(unbilled.length).toBeGreaterThanOrEqual(6);
    const mine = await listTimeEntries(staff.scope(), { ...any, sort: "day", filters: { project: projectId } });
    const count = (status: string) => mine.rows.filter((entry) => entry.status === status).length;
    expect(count("submitted")).toBeGreaterThanOrEqual(2);
    expect(mine.rows.filter((entry) => entry.workedOn === staff.scope().today)).toHaveLength(2);
    expect(mine.rows.filter((entry) => entry.returnedReason !== "" && entry.status === "draft")).toHaveLength(1);
  });

  test("no timer for the staff login, and one that runs for a colleague", async () => {
    expect(await findTimer(staff.scope())).toBeNull();
    const devon = await deskOf(owner.seat.company.slug, "devon@northmoor.example");
    expect(await findTimer(devon.scope())).toMatchObject({ accumulatedSeconds: 0, resumedAt: expect.any(Date) });
  });

  test("periods closed by year and then by month, one of them twice, the years that were over with them, and the last three months open", async () => {
    const periods = (await listPeriods(owner.scope())).map(({ period }) => period);
    periods.sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
    const statuses = periods.map((period) => period.status);
    expect(statuses.slice(-6)).toEqual(["closed", "closed", "closed", "open", "open", "open"]);
    expect(statuses.slice(0, -6)).toEqual(periods.slice(0, -6).map(() => "closed"));
    expect(periods.filter((period) => period.reopenReason !== "")).toEqual([periods.at(-5)]);
    expect(periods.filter(({ startsOn, endsOn }) => startsOn.slice(0, 4) !== endsOn.slice(0, 4))).toEqual([]);
    const { today } = owner.scope();
    for (const year of await listFiscalYears(owner.scope())) {
      const isOver = periods.some(({ endsOn, startsOn }) => endsOn === year.endsOn && !startsOn.endsWith("12-01"));
      if (isOver) expect(year.state).toBe("closed");
    }
    const current = periods.at(-1);
    expect(current && current.startsOn <= today && today <= current.endsOn).toBe(true);
  });

  test("money over several invoices, in advance, given back, granted, and still expected", async () => {
    const { today } = owner.scope();
    const listed = (status: string) =>
      listPayments(owner.scope(), { ...any, sort: "received", filters: { status } }).then(({ rows }) => rows);
    expect((await listed("pending")).map((row) => [row.amountCents, row.receivedOn])).toEqual([
      [125_000, addDays(today, 10)],
    ]);
    const [refunded] = await listed("refunded");
    expect(refunded?.standing).toBe("partly_refunded");
    const { placed } = await getPayment(owner.scope(), refunded?.id as PaymentId);
    expect(new Set(placed.map((row) => row.invoiceId)).size).toBeGreaterThanOrEqual(2);

    const moved = async (kind: string) =>
      (await listCreditEntries(owner.scope(), { ...any, sort: "entered", filters: { kind } })).rows.map(
        (row) => row.amountCents,
      );
    expect(await moved("payment")).toEqual(expect.arrayContaining([40_000, 90_000]));
    expect(await moved("credit_application")).toEqual([-30_000]);
    expect(await moved("credit_grant")).toEqual([7_500]);
  });

  test("an archived client", async () => {
    const { rows } = await listClients(owner.scope(), { ...any, sort: "name", filters: { status: "archived" } });
    expect(rows.map((row) => row.name)).toEqual(["Wickerwork Catering"]);
  });
});

function loginOf(email: string) {
  return inTransaction({ address: email }, (db) => findLogin(db, email));
}

async function isLogin(email: string, password: string): Promise<boolean> {
  return isPassword(password, (await loginOf(email))?.passwordHash ?? null);
}
