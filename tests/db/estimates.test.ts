import { beforeAll, describe, expect, test } from "vitest";
import { convertEstimate, invoicePart } from "@/lib/invoicing/convert-estimate";
import type { CompanyId, EstimateId, InvoiceId } from "@/lib/kernel/ids";
import { newId } from "@/lib/kernel/ids";
import { draft, issued, newClient, percent } from "../deeds";
import { acceptedEstimate, draftedEstimate, sentEstimate } from "../estimate-deeds";
import { world } from "../world";
import { type Statement, sql, verdict } from "./roles";

/** Estimates, and the invoices that bill them, written past the commands as the application's role. */
let company: CompanyId;
let client: string;
let drafted: EstimateId;
let sent: EstimateId;
let accepted: EstimateId;
let half: InvoiceId;
let invoice: InvoiceId;
let plain: InvoiceId;
let theirs: EstimateId;

beforeAll(async () => {
  const { a, b } = await world();
  const clientId = await newClient(a.manager);
  company = a.owner.seat.company.id;
  client = clientId;
  drafted = await draftedEstimate(a.manager, clientId);
  sent = await sentEstimate(a.manager, clientId);
  accepted = await acceptedEstimate(a.manager, clientId);
  half = (await a.manager.work((work) => invoicePart(work, { estimateId: accepted, percent: percent("50") })))
    .invoiceId;
  invoice = await issued(a.manager, clientId);
  plain = await draft(a.manager, clientId);
  theirs = await acceptedEstimate(b.manager, await newClient(b.manager));
  await b.manager.work((work) => convertEstimate(work, { estimateId: theirs }));
});

const says = (...statements: Statement[]) => verdict("app", company, statements);

const answer = (name: string, total: number) =>
  sql`update estimates set status = 'accepted', decided_on = issued_on, acceptance = jsonb_build_object('name', ${name}::text,
    'number', number, 'totalCents', ${total}::bigint, 'acceptedOn', issued_on) where id = ${sent}`;

const bill = (of: string, amount: number, kind = "standard") =>
  sql`insert into invoices (company_id, id, client_id, issued_on, due_on, tax_ppm, subtotal_cents, tax_cents, total_cents, created_by, estimate_id, kind)
    select company_id, ${newId("invoice")}, ${client}, issued_on, issued_on, 0, ${amount}::bigint, 0, ${amount}::bigint, created_by, ${of}, ${kind}
    from invoices where id = ${plain}`;

describe("what was sent is locked", () => {
  test("its content and its lines can't be changed, it can't be deleted, and no draft is born sent", async () => {
    for (const id of [sent, accepted]) {
      expect(await says(sql`update estimates set notes = 'x' where id = ${id}`)).toBe("EZ002");
      expect(await says(sql`update estimates set billed_to_party = '{"name":"x"}' where id = ${id}`)).toBe("EZ002");
      expect(await says(sql`update estimates set kind = 'proposal' where id = ${id}`)).toBe("EZ002");
      expect(await says(sql`delete from estimates where id = ${id}`)).toBe("EZ002");
      expect(await says(sql`update estimate_lines set description = 'x' where estimate_id = ${id}`)).toBe("EZ002");
      expect(await says(sql`delete from estimate_lines where estimate_id = ${id}`)).toBe("EZ002");
    }
    expect(await says(sql`update estimates set notes = 'x' where id = ${drafted}`)).toBeNull();
    expect(await says(sql`update estimate_lines set estimate_id = ${sent} where estimate_id = ${drafted}`)).toBe(
      "EZ002",
    );
    expect(await says(sql`update estimates set status = 'draft' where id = ${sent}`)).toBe("EZ002");
  });

  test("a draft is sent only as its lines say", async () => {
    const send = sql`update estimates set status = 'sent', number = 'EST-9', sequence = 9, sent_at = now(), sent_by = created_by,
      issued_by_party = '{}', billed_to_party = '{}' where id = ${drafted}`;
    expect(await says(send)).toBeNull();
    expect(await says(sql`update estimates set subtotal_cents = 1, total_cents = 1 where id = ${drafted}`, send)).toBe(
      "EZ009",
    );
    expect(await says(sql`delete from estimate_lines where estimate_id = ${drafted}`, send)).toBe("EZ009");
  });

  test("its last day moves later, never back", async () => {
    expect(await says(sql`update estimates set valid_until = valid_until + 1 where id = ${sent}`)).toBeNull();
    expect(await says(sql`update estimates set valid_until = valid_until - 1 where id = ${sent}`)).toBe("EZ002");
  });
});

describe("an acceptance", () => {
  test("says who, and the number and total that were sent", async () => {
    expect(await says(answer("Ada", 10_000))).toBeNull();
    expect(await says(answer("", 10_000))).toBe("EZ009");
    expect(await says(answer("Ada", 9_999))).toBe("EZ009");
  });

  test("stays: neither its words nor the answer change", async () => {
    for (const change of [
      sql`update estimates set acceptance = acceptance || '{"name":"Bob"}' where id = ${accepted}`,
      sql`update estimates set status = 'declined', reason = 'x', acceptance = null where id = ${accepted}`,
      sql`update estimates set status = 'sent', decided_on = null, acceptance = null where id = ${accepted}`,
      sql`update estimates set valid_until = valid_until + 1 where id = ${accepted}`,
    ])
      expect(await says(change)).toBe("EZ002");
  });
});

describe("what bills an accepted estimate", () => {
  test("is not more than was accepted, by a cent, over all that stands", async () => {
    expect(await says(bill(accepted, 5_000))).toBeNull();
    expect(await says(bill(accepted, 5_001))).toBe("EZ007");
    expect(await says(bill(accepted, 2_500), bill(accepted, 2_501))).toBe("EZ007");
    expect(await says(sql`update invoices set subtotal_cents = 10001, total_cents = 10001 where id = ${half}`)).toBe(
      "EZ007",
    );
    expect(await says(bill(accepted, 10_000, "deposit"))).toBeNull();
    expect(await says(bill(accepted, 10_001, "deposit"))).toBe("EZ007");
    expect(await says(bill(accepted, 1, "deposit"), bill(accepted, 1, "deposit"))).toBe("23505");
  });

  test("bills nothing that is not accepted or is the other company's, and keeps what it bills", async () => {
    expect(await says(bill(sent, 1))).toBe("EZ002");
    expect(await says(bill(theirs, 1))).toBe("EZ002");
    expect(await says(sql`update invoices set estimate_id = ${accepted} where id = ${plain}`)).toBe("EZ002");
    expect(await says(sql`update invoices set estimate_id = null where id = ${half}`)).toBe("EZ002");
  });
});

describe("the parties of an invoice", () => {
  test("can't be changed or taken away once it is issued, and a draft has none", async () => {
    expect(await says(sql`update invoices set billed_to_party = '{"name":"x"}' where id = ${invoice}`)).toBe("EZ002");
    expect(
      await says(sql`update invoices set issued_by_party = null, billed_to_party = null where id = ${invoice}`),
    ).toBe("EZ002");
    expect(
      await says(sql`update invoices set issued_by_party = '{}', billed_to_party = '{}' where id = ${plain}`),
    ).toBe("23514");
  });
});
