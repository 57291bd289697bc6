import { beforeEach, describe, expect, test } from "vitest";
import { updateClient } from "@/lib/clients/update-client";
import { getCompany } from "@/lib/companies/queries";
import { updateCompany } from "@/lib/companies/update-company";
import { duplicateInvoice } from "@/lib/invoicing/duplicate-invoice";
import { getEstimate } from "@/lib/invoicing/estimate-queries";
import { getInvoice } from "@/lib/invoicing/queries";
import { createTemplate, updateTemplate } from "@/lib/invoicing/save-template";
import { defaultTexts, getTemplate, listTemplateChoices } from "@/lib/invoicing/template-queries";
import { addDays } from "@/lib/kernel/dates";
import type { ClientId } from "@/lib/kernel/ids";
import { cents } from "@/lib/kernel/money";
import { dollars, draft, issued, line, newClient, percent } from "../../deeds";
import { sentEstimate } from "../../estimate-deeds";
import { outcomes, refusalOf } from "../../evidence";
import { type Firm, today, world } from "../../world";

let firm: Firm;
let other: Firm;
let clientId: ClientId;

beforeEach(async () => {
  ({ a: firm, b: other } = await world());
  clientId = await newClient(firm.manager, "Alder & Pike");
});

const texts = { headerText: "Dear client", footerText: "Thank you", terms: "Net 30", notes: "By check, please" };

async function rename() {
  const contact = { contactName: "Bo Pike", email: "", phone: "", address: "9 New Street", note: "" };
  await firm.manager.work((work) => updateClient(work, { clientId, revision: 0, name: "Pike & Partners", ...contact }));
  const now = await getCompany(firm.owner.scope());
  await firm.owner.work((work) => updateCompany(work, { ...now, name: "Omega Survey", address: "1 Elm" }));
}

describe("who a document is from and for", () => {
  test("stays on an issued invoice and a sent estimate as it was, whatever they are called later", async () => {
    const invoiceId = await issued(firm.manager, clientId);
    const estimateId = await sentEstimate(firm.manager, clientId);
    await rename();
    const parties = {
      issuedByParty: { name: "Alpha Survey", address: "", email: "", phone: "" },
      billedToParty: { name: "Alder & Pike", contactName: "", address: "" },
    };
    const record = await getInvoice(firm.manager.scope(), invoiceId);
    expect(record.invoice).toMatchObject(parties);
    expect((await getEstimate(firm.manager.scope(), estimateId)).estimate).toMatchObject(parties);
    expect([record.client.name, record.company.name]).toEqual(["Pike & Partners", "Omega Survey"]);
  });

  test("is not kept by a draft: it is issued with what holds then", async () => {
    const draftId = await draft(firm.manager, clientId);
    expect((await getInvoice(firm.manager.scope(), draftId)).invoice.billedToParty).toBeNull();
    await rename();
    const { invoice } = await getInvoice(firm.manager.scope(), await issued(firm.manager, clientId));
    expect(invoice.billedToParty).toEqual({ name: "Pike & Partners", contactName: "Bo Pike", address: "9 New Street" });
    expect(invoice.issuedByParty).toMatchObject({ name: "Omega Survey", address: "1 Elm" });
  });
});

describe("a template", () => {
  const make = (name: string, rest: { isDefault?: boolean; kind?: "invoice" | "estimate" } = {}) =>
    firm.admin.work((work) => createTemplate(work, { kind: "invoice", name, ...texts, isDefault: false, ...rest }));
  const choices = (desk = firm.manager) => listTemplateChoices(desk.scope(), "invoice");

  test("that is the default gives its texts to new documents; changed later, it changes none of them", async () => {
    const { templateId } = await make("Usual", { isDefault: true });
    const invoiceId = await draft(firm.manager, clientId, defaultTexts(await choices()));
    const before = (await getInvoice(firm.manager.scope(), invoiceId)).invoice;
    expect(before).toMatchObject(texts);
    const now = await getTemplate(firm.admin.scope(), templateId);
    await firm.admin.work((work) => updateTemplate(work, { ...now, templateId, terms: "Net 60" }));
    expect(defaultTexts(await choices()).terms).toBe("Net 60");
    expect((await getInvoice(firm.manager.scope(), invoiceId)).invoice).toEqual(before);
  });

  test("is the only default of its kind, and none when it is not active", async () => {
    await make("First", { isDefault: true });
    await make("For estimates", { isDefault: true, kind: "estimate" });
    const { templateId } = await make("Second", { isDefault: true });
    expect((await choices()).map((one) => [one.name, one.isDefault])).toEqual([
      ["First", false],
      ["Second", true],
    ]);
    const now = await getTemplate(firm.admin.scope(), templateId);
    await firm.admin.work((work) => updateTemplate(work, { ...now, templateId, isActive: false }));
    expect((await choices()).map((one) => one.name)).toEqual(["First"]);
    expect((await getTemplate(firm.admin.scope(), templateId)).isDefault).toBe(false);
    expect(defaultTexts(await choices())).toEqual({ headerText: "", footerText: "", terms: "", notes: "" });
  });

  test("has a name of its own within its kind, is saved from its newest form, and is not the other company's", async () => {
    const { templateId } = await make("Usual");
    expect(await refusalOf(make("USUAL"))).toBe("name_taken");
    expect(await refusalOf(make("Usual", { kind: "estimate" }))).toBe("done");
    const now = await getTemplate(firm.admin.scope(), templateId);
    const save = (desk = firm.admin) => desk.work((work) => updateTemplate(work, { ...now, templateId }));
    expect(await refusalOf(save(other.admin))).toBe("not_found");
    expect(await outcomes([save(), save()])).toEqual(["done", "stale"]);
    expect(await choices(other.manager)).toEqual([]);
  });
});

test("a duplicate of an invoice is a new draft of today with the same amounts and texts", async () => {
  const rest = {
    ...texts,
    issuedOn: addDays(today, -9),
    lines: [line("12.34", { isTaxable: true, discount: { ppm: percent("3"), cents: cents(0) } }), line("5")],
    discount: { ppm: percent("10"), cents: cents(0) },
    taxPercent: percent("8.875"),
  };
  const first = await issued(firm.manager, clientId, rest);
  const { invoiceId } = await firm.manager.work((work) => duplicateInvoice(work, { invoiceId: first }));
  const [a, b] = [await getInvoice(firm.manager.scope(), first), await getInvoice(firm.manager.scope(), invoiceId)];
  const { subtotalCents, taxCents, totalCents, discountCents } = a.invoice;
  expect(b.invoice).toMatchObject({ ...texts, subtotalCents, taxCents, totalCents, discountCents, issuedOn: today });
  expect(b.invoice).toMatchObject({ status: "draft", number: null, billedToParty: null });
  expect(totalCents).toBeGreaterThan(dollars("15"));
  const strange = other.manager.work((work) => duplicateInvoice(work, { invoiceId: first }));
  expect(await refusalOf(strange)).toBe("not_found");
});
