import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { changeSubscription, reactivateCompany, suspendCompany } from "@/lib/billing/change-subscription";
import { billingOffice } from "@/lib/doors/billing-office";
import { download } from "@/lib/doors/download";
import type { SignedIn } from "@/lib/identity/sessions";
import { Refusal } from "@/lib/kernel/refusal";
import { askedReport } from "@/lib/reports/ask";
import { sheetCsv } from "@/lib/reports/csv-sheet";
import { trialBalanceReport } from "@/lib/reports/trial-balance";
import { type Firm, personAt, type World, world } from "../../world";

let signedIn: SignedIn | null = null;

vi.mock("next/headers", () => ({ headers: async () => new Headers({ "x-request-id": "req-1" }) }));
vi.mock("@/lib/doors/session", () => ({ currentUser: async () => signedIn }));

describe("the door of downloads", () => {
  let w: World;
  const of = (firm: Firm) => Promise.resolve({ company: firm.slug });
  const report = (firm: Firm) =>
    download(of(firm), "reports.read", async (scope) => ({
      filename: `trial "balance"\r\n${scope.today}.csv`,
      body: sheetCsv(
        await trialBalanceReport.make(
          scope as Parameters<typeof trialBalanceReport.make>[0],
          askedReport(trialBalanceReport.asks, {}, scope.today),
        ),
      ),
    }));

  beforeAll(async () => {
    w = await world();
  });

  beforeEach(() => {
    signedIn = null;
  });

  test("a manager gets the file, unshared, under a name that breaks no header", async () => {
    signedIn = await personAt(w.a.manager);
    const response = await report(w.a);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": expect.stringMatching(/^attachment; filename="trial-balance-\d{4}-\d\d-\d\d\.csv"$/),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.subarray(3).toString()).toMatch(
      /^Section,Code,Account,Debit,Debit \(cents\),Credit,Credit \(cents\)\n/,
    );
  });

  test("signed out, a stranger's company and a low role are told in problem+json, and nothing else", async () => {
    expect(await problemOf(await report(w.a))).toMatchObject({ status: 401, code: "signed_out", requestId: "req-1" });
    signedIn = await personAt(w.b.owner);
    expect(await problemOf(await report(w.a))).toMatchObject({ status: 404, code: "not_found" });
    signedIn = await personAt(w.a.staff);
    const low = await problemOf(await report(w.a));
    expect(low).toMatchObject({ status: 403, code: "forbidden", detail: expect.stringContaining("manager") });
  });

  test("a locked company's files are refused in its words, but for its own books; a suspended one's all", async () => {
    signedIn = await personAt(w.b.owner);
    const office = await billingOffice(w.b.slug);
    await office.work((work) => changeSubscription(work, { status: "canceled" }));
    expect(await problemOf(await report(w.b))).toMatchObject({
      status: 403,
      code: "locked",
      detail: expect.stringContaining("Beta Design is locked: its subscription was canceled."),
    });
    const books = () => download(of(w.b), "data.export", async () => ({ filename: "journal.csv", body: "date" }));
    expect((await books()).status).toBe(200);
    await office.work((work) => suspendCompany(work, "Chargeback"));
    expect(await problemOf(await books())).toMatchObject({ status: 403, code: "suspended" });
    await office.work(reactivateCompany);
    await office.work((work) => changeSubscription(work, { status: "active" }));
    expect((await report(w.b)).status).toBe(200);
  });

  test("a refusal keeps its words and fields, and a bug tells nothing but the id to find it by", async () => {
    signedIn = await personAt(w.a.owner);
    const failing = (error: Error) => download(of(w.a), "reports.read", () => Promise.reject(error));
    const refused = await problemOf(await failing(new Refusal("invalid_input", {}, { asOf: "No date." })));
    expect(refused).toMatchObject({ status: 400, errors: [{ parameter: "asOf", detail: "No date." }] });
    const bug = await problemOf(await failing(new Error("select secret from vault")));
    expect(bug).toMatchObject({ status: 500, code: "internal", requestId: "req-1" });
    expect(JSON.stringify(bug)).not.toContain("secret");
  });

  test("a long file comes in pieces, and one that breaks halfway does not end as if it were whole", async () => {
    signedIn = await personAt(w.a.owner);
    const long = await download(of(w.a), "reports.read", async () => ({ filename: "x.csv", body: pieces(false) }));
    expect(await long.text()).toBe("a\nb\n");
    const broken = await download(of(w.a), "reports.read", async () => ({ filename: "x.csv", body: pieces(true) }));
    await expect(broken.text()).rejects.toThrow("halfway");
  });
});

async function* pieces(breaks: boolean): AsyncGenerator<string> {
  yield "a\n";
  if (breaks) throw new Error("halfway");
  yield "b\n";
}

async function problemOf(response: Response): Promise<Record<string, unknown>> {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("cache-control")).toBe("no-store");
  const body = await response.json();
  expect(body.status).toBe(response.status);
  return body;
}
