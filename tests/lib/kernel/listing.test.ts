import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeCursor, hrefWith, listRequest, pageSize } from "@/lib/kernel/listing";

const options = { sorts: ["issued", "total"], defaultSort: "-issued", filters: ["status", "client"] } as const;
const request = (params: Record<string, string | string[] | undefined>) => listRequest(params, options);

describe("what a list is asked for", () => {
  test("is read from the address: search, order, filters and place", () => {
    const after = encodeCursor({ value: "2026-11-18", id: "inv_1" });
    expect(request({ q: " acme ", sort: "-total", status: "open", after })).toEqual({
      search: "acme",
      sort: "total",
      descending: true,
      filters: { status: "open" },
      after: { value: "2026-11-18", id: "inv_1" },
      before: null,
      limit: pageSize,
    });
  });

  test("is the default where nothing was asked, or something unknown", () => {
    const plain = request({});
    expect([plain.sort, plain.descending, plain.filters, plain.search]).toEqual(["issued", true, {}, ""]);
    expect(request({ sort: "password", order: "x", limit: "100000", role: "owner" })).toEqual(plain);
    expect(request({ sort: "total; drop table invoices" }).sort).toBe("issued");
    expect(request({ sort: "constructor" }).sort).toBe("issued");
    expect(request({ sort: "--total" }).sort).toBe("issued");
  });

  test("takes the first of a parameter that is given twice", () => {
    expect(request({ q: ["one", "two"], sort: ["total", "issued"] })).toMatchObject({ search: "one", sort: "total" });
  });

  test("holds no NUL, no half character and no more than 200 letters, whatever was sent", () => {
    expect(request({ q: "a\u0000b" }).search).toBe("ab");
    expect(request({ q: "\ud800x" }).search.isWellFormed()).toBe(true);
    expect(request({ q: "x".repeat(5_000), status: "y".repeat(5_000) })).toMatchObject({
      search: "x".repeat(200),
      filters: { status: "y".repeat(200) },
    });
  });
});

describe("a cursor", () => {
  test("comes back as it went", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 200, unit: "grapheme" }), fc.integer()),
        fc.string({ maxLength: 40 }),
        (value, id) => {
          fc.pre(!`${value}${id}`.includes("\u0000") && `${value}${id}`.trim() === `${value}${id}`);
          expect(request({ after: encodeCursor({ value, id }) }).after).toEqual({ value, id });
        },
      ),
    );
  });

  test.each([
    ["no base64", "%%%"],
    ["no JSON", Buffer.from("nonsense").toString("base64url")],
    ["another shape", Buffer.from('{"value":1}').toString("base64url")],
    ["too long", Buffer.from(JSON.stringify(["x".repeat(501), "id"])).toString("base64url")],
    ["too many parts", Buffer.from('["a","b","c"]').toString("base64url")],
    ["a nested part", Buffer.from('[["a"],"b"]').toString("base64url")],
    ["no number", Buffer.from('[null,"b"]').toString("base64url")],
    ["a NUL", Buffer.from(JSON.stringify(["a\u0000", "b"])).toString("base64url")],
    ["an end of a list", ""],
  ])("that is garbage is ignored: %s", (_, text) => {
    expect(request({ after: text, before: text })).toMatchObject({ after: null, before: null });
  });

  test("of any bytes at all is ignored or read, never an error", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => void request({ after: text, before: text, q: text })),
    );
    fc.assert(fc.property(fc.json(), (json) => void request({ after: Buffer.from(json).toString("base64url") })));
  });
});

test("a link keeps what was asked, sets what changes, and goes back to the first page", () => {
  const params = { q: "a&b", sort: "-total", after: "x", status: ["open", "y"] };
  expect(hrefWith(params, { status: "paid" })).toBe("?q=a%26b&sort=-total&status=paid");
  expect(hrefWith(params, { status: null, q: null, sort: null })).toBe("?");
  expect(hrefWith(params, { after: "z" })).toContain("after=z");
});
