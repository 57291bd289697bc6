import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { clients } from "@/db/schema";
import { createClient } from "@/lib/clients/create-client";
import { deskAt } from "@/lib/doors/console";
import { openScope, runWork } from "@/lib/doors/work";
import { record } from "@/lib/events/record";
import { issueInvoice } from "@/lib/invoicing/issue-invoice";
import type { ClientId, InvoiceId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import { recordPayment } from "@/lib/payments/record-payment";
import { as, sql } from "../../db/roles";
import { draft, issue, issued, newClient, paymentOf } from "../../deeds";
import { counts, refusalOf, statusOf } from "../../evidence";
import { noon, type World, world } from "../../world";

let w: World;
let clientId: ClientId;

beforeAll(async () => {
  process.env.DATABASE_POOL_SIZE = "20";
  w = await world();
  clientId = await newClient(w.a.manager);
});

const details = { contactName: "", email: "", phone: "", address: "", note: "" };
const named = (name: string) =>
  as("app", w.a.manager.seat.company.id, (run) => run(sql`select id from clients where name = ${name}`));

describe("one request is one deed", () => {
  test("sent twice it is done once, and answered the same", async () => {
    const requestId = randomUUID();
    const post = () => w.a.manager.work((work) => createClient(work, { name: "Twice", ...details }), { requestId });
    const before = await counts(w.a.manager);
    const [first, second] = [await post(), await post()];
    expect(second).toEqual(first);
    expect(await named("Twice")).toEqual([{ id: first.clientId }]);
    const after = await counts(w.a.manager);
    expect([after.events, after.requests]).toEqual([(before.events ?? 0) + 1, (before.requests ?? 0) + 1]);
  });

  test("sent sixteen times at once likewise, although nothing of its content is unique", async () => {
    const invoiceId = await issued(w.a.manager, clientId);
    const requestId = randomUUID();
    const before = await counts(w.a.manager);
    const post = () => w.a.manager.work((work) => recordPayment(work, paymentOf(invoiceId, "10")), { requestId });
    const answers = await Promise.all(Array.from({ length: 16 }, post));
    expect(new Set(answers.map((answer) => answer.paymentId)).size).toBe(1);
    const after = await counts(w.a.manager);
    for (const table of ["payments", "allocations", "journal_entries", "events", "requests", "next payment"]) {
      expect([table, after[table]]).toEqual([table, (before[table] ?? 0) + 1]);
    }
    expect(await statusOf(w.a.manager, invoiceId)).toMatchObject({ balanceCents: 9_000 });
  });

  test("with other input is another deed, and neither done nor answered as the first", async () => {
    const invoiceId = await issued(w.a.manager, clientId);
    const requestId = randomUUID();
    const pay = (amount: string) =>
      w.a.manager.work((work) => recordPayment(work, paymentOf(invoiceId, amount)), { requestId, inputHash: amount });
    expect(await refusalOf(pay("40"))).toBe("done");
    expect(await refusalOf(pay("40"))).toBe("done");
    expect(await refusalOf(pay("60"))).toBe("form_used");
    expect(await statusOf(w.a.manager, invoiceId)).toMatchObject({ balanceCents: 6_000 });
  });

  test("a second try that is refused, because the first was carried out, is answered as the first", async () => {
    const invoiceId = await draft(w.a.manager, clientId);
    const requestId = randomUUID();

    const post = () => w.a.manager.work((work) => issueInvoice(work, { invoiceId, revision: 0 }), { requestId });
    const first = await post();
    expect(await post()).toEqual(first);
    expect(await refusalOf(issue(w.a.manager, invoiceId))).toBe("invoice_not_draft");
  });

  test("a try that was refused is not remembered: mended and sent again it is done", async () => {
    const requestId = randomUUID();
    const post = (amount: string) =>
      w.a.manager.work((work) => recordPayment(work, paymentOf(invoiceId, amount)), { requestId });
    const invoiceId: InvoiceId = await issued(w.a.manager, clientId);
    expect(await refusalOf(post("100.01"))).toBe("overpayment_unconfirmed");
    expect(await refusalOf(post("100"))).toBe("done");
  });

  test("another member's, another action's or the other company's request with the same id learns nothing and changes nothing", async () => {
    const requestId = randomUUID();
    const secret = await w.a.owner.work((work) => createClient(work, { name: "Secret deal", ...details }), {
      requestId,
    });
    const tried = (run: Promise<unknown>) =>
      run.then(
        (answer) => JSON.stringify(answer),
        (error) => String(error),
      );
    const before = await counts(w.a.manager);

    const byAnother = await tried(
      w.a.manager.work((work) => createClient(work, { name: "Mine", ...details }), { requestId }),
    );
    const { seat } = w.a.owner;
    const deed = { requestId, action: "payments.record", inputHash: "" };
    const asAnother = await tried(
      runWork(seat, ["clients.write"], deed, noon, (work) => createClient(work, { name: "Other", ...details })),
    );
    expect(await counts(w.a.manager)).toEqual(before);
    for (const said of [byAnother, asAnother]) {
      expect(said).not.toContain(secret.clientId);
      expect(said).toContain("sent before");
    }
    expect([await named("Mine"), await named("Other")]).toEqual([[], []]);

    const elsewhere = await w.b.owner.work((work) => createClient(work, { name: "Theirs", ...details }), { requestId });
    expect(elsewhere.clientId).not.toBe(secret.clientId);
  });
});

describe("all or nothing", () => {
  test("a refusal in the middle of a deed leaves nothing of it behind", async () => {
    const before = await counts(w.a.manager);
    const deed = w.a.manager.work(async (work) => {
      await createClient(work, { name: "Half", ...details });
      throw new Refusal("stale");
    });
    expect(await refusalOf(deed)).toBe("stale");
    expect(await counts(w.a.manager)).toEqual(before);
    expect(await named("Half")).toEqual([]);
  });

  test("so does a bug, and what was thrown goes on up as it was", async () => {
    const before = await counts(w.a.manager);
    const bug = new TypeError("x is undefined");
    const deed = w.a.manager.work(async (work) => {
      await createClient(work, { name: "Half", ...details });
      throw bug;
    });
    await expect(deed).rejects.toBe(bug);
    expect(await counts(w.a.manager)).toEqual(before);
  });

  test("a refusal that the database says is a refusal too, in the same words, and leaves nothing behind", async () => {
    const before = await counts(w.a.manager);
    const deed = w.a.manager.work(async (work) => {
      record(work, "client.updated", "x", { summary: "x" });
      await work.db.execute(
        "do $$ begin raise exception 'x' using errcode = 'EZ001', detail = 'October 2026', hint = '2026-11-01'; end $$",
      );
    });
    await expect(deed).rejects.toMatchObject({ code: "period_closed", details: { period: "October 2026" } });
    expect(await counts(w.a.manager)).toEqual(before);
  });

  test("a write that recorded no fact is a bug and is rolled back", async () => {
    const deed = w.a.manager.work((work) =>
      work.db.update(clients).set({ note: "unseen" }).where(eq(clients.id, clientId)),
    );
    await expect(deed).rejects.toThrow(/recorded nothing/);
    const [client] = await as("app", w.a.manager.seat.company.id, (run) =>
      run(sql`select note from clients where id = ${clientId}`),
    );
    expect(client).toEqual({ note: "" });
  });
});

describe("two that lock each other out", () => {
  test("are tried again: both deeds are done, and each is done once", async () => {
    const [one, two] = [await newClient(w.a.manager), await newClient(w.a.manager)];
    let tries = 0;
    let meet: () => void = () => undefined;
    const met = new Promise<void>((resolve) => {
      let here = 0;
      meet = () => {
        here += 1;
        if (here === 2) resolve();
      };
    });
    const crossing = (first: ClientId, second: ClientId) =>
      w.a.manager.work(async (work) => {
        tries += 1;
        const touch = (id: ClientId) =>
          work.db
            .update(clients)
            .set({ note: `${first} was here` })
            .where(eq(clients.id, id));
        await touch(first);
        meet();
        await met;
        await touch(second);
        record(work, "client.updated", first, { summary: "crossed" });
      });
    const before = await counts(w.a.manager);
    await Promise.all([crossing(one, two), crossing(two, one)]);
    expect(tries).toBeGreaterThan(2);
    expect((await counts(w.a.manager)).events).toBe((before.events ?? 0) + 2);
  });
});

describe("a scope", () => {
  test("reads, and can't write: its transaction is read only", async () => {
    const scope = openScope(w.a.manager.seat, ["clients.read"], noon);
    const writing = scope.read((db) => db.execute(`update clients set note = 'x'`));
    await expect(writing).rejects.toMatchObject({ cause: { code: "25006" } });
  });

  test("has the company's own day, not the server's", () => {
    const { seat } = w.a.manager;
    const inZone = (timeZone: string) =>
      openScope({ ...seat, company: { ...seat.company, timeZone } }, [], new Date("2026-11-18T10:30:00Z")).today;
    expect(["America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago"].map(inZone)).toEqual([
      "2026-11-18",
      "2026-11-19",
      "2026-11-17",
    ]);
  });

  test("can do what its role may, and no more", () => {
    const can = (desk: typeof w.a.owner) =>
      ["periods.reopen", "journal.write", "invoices.issue", "clients.read"].filter((right) =>
        desk.scope().can(right as "clients.read"),
      );
    expect([w.a.owner, w.a.admin, w.a.manager, w.a.staff].map(can)).toEqual([
      ["periods.reopen", "journal.write", "invoices.issue", "clients.read"],
      ["journal.write", "invoices.issue", "clients.read"],
      ["invoices.issue", "clients.read"],
      ["clients.read"],
    ]);
  });

  test("can't be changed by who holds it", () => {
    const scope = w.a.manager.scope();
    expect(() => Object.assign(scope, { company: w.b.manager.seat.company })).toThrow(TypeError);
  });

  test("sees only its company, even where a query forgets to say which", async () => {
    const seen = await deskAt(w.a.manager.seat)
      .scope(noon)
      .read((db) => db.selectDistinct({ id: clients.companyId }).from(clients));
    expect(seen).toEqual([{ id: w.a.manager.seat.company.id }]);
  });
});
