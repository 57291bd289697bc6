import { expect, test } from "vitest";
import { goesWhere, type OpenInvoice, sentPlacements, spread } from "@/app/c/[company]/payments/new/spread";

const invoice = (id: string, openCents: number): OpenInvoice => ({
  ...{ id, number: id.toUpperCase(), dueOn: "2026-11-01", totalCents: openCents, openCents },
});
const three = [invoice("a", 10_000), invoice("b", 5_000), invoice("c", 2_500)];

test("money fills each invoice before the next gets anything", () => {
  expect(spread("120", three)).toEqual({ a: "100.00", b: "20.00", c: "" });
  expect(spread("175.00", three)).toEqual({ a: "100.00", b: "50.00", c: "25.00" });
  expect(spread("0.01", three)).toEqual({ a: "0.01", b: "", c: "" });
});

test("what is typed and cannot be read yet, or is below nothing, goes nowhere", () => {
  for (const text of ["", "1,2", "ten", "-5"]) expect(spread(text, three)).toEqual({ a: "", b: "", c: "" });
});

test("what no invoice takes becomes credit: on none goes more than is open", () => {
  expect(goesWhere("200", spread("200", three), three)).toEqual({ placed: 17_500, credit: 2_500, tooMuch: 0 });
  expect(goesWhere("60", { a: "", b: "60", c: "" }, three)).toEqual({ placed: 5_000, credit: 1_000, tooMuch: 0 });
  expect(goesWhere("40", {}, [])).toEqual({ placed: 0, credit: 4_000, tooMuch: 0 });
});

test("more on invoices than came in is said", () => {
  expect(goesWhere("60", { a: "50", b: "20" }, three)).toMatchObject({ tooMuch: 1_000 });
});

test("every row is sent in its order, so that a refusal finds its row", () => {
  expect(JSON.parse(sentPlacements({ a: "", b: " 1.005 " }, three))).toEqual([
    { invoiceId: "a", amount: "0" },
    { invoiceId: "b", amount: "1.005" },
    { invoiceId: "c", amount: "0" },
  ]);
});
