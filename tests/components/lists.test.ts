import { describe, expect, it } from "vitest";
import { currentHref } from "@/components/layout/navigation";
import { type Column, phonePlaces, sortedBy } from "@/components/ui/data-column";
import { clearedHref, filterChips, pageHrefs, sortHrefs } from "@/components/ui/list-href";

const params = { q: "pike", status: "overdue", sort: "-due", after: "abc" };

describe("the addresses of a list", () => {
  it("sort by a column, and turn round on the second press, from the first page", () => {
    expect(sortHrefs(params, "-due", ["due", "number"])).toEqual({
      due: "?q=pike&status=overdue&sort=due",
      number: "?q=pike&status=overdue&sort=number",
    });
    expect(sortHrefs({}, "due", ["due"])).toEqual({ due: "?sort=-due" });
  });

  it("take one filter away and keep the others", () => {
    expect(filterChips(params, { status: "Overdue", client: null })).toEqual([
      { label: "Overdue", removeHref: "?q=pike&sort=-due" },
    ]);
  });

  it("clear search and filters but not the order", () => {
    expect(clearedHref(params)).toBe("?sort=-due");
  });

  it("lead to the neighbouring pages with every filter kept", () => {
    expect(pageHrefs(params, { next: "n", previous: null })).toEqual({
      nextHref: "?q=pike&status=overdue&sort=-due&after=n",
      previousHref: null,
    });
  });
});

const columns: Column[] = [
  { key: "number", label: "Number", kind: "link", sortKey: "number" },
  { key: "status", label: "Status", kind: "badge" },
  { key: "total", label: "Total", kind: "money" },
  { key: "balance", label: "Balance", kind: "money", sortKey: "balance" },
  { key: "notes", label: "Notes", kind: "text", hideOnPhone: true },
];

describe("the columns of a list", () => {
  it("become one title, one figure and labelled lines on a phone", () => {
    expect(phonePlaces(columns)).toEqual({
      number: "title",
      status: "badge",
      total: "line",
      balance: "figure",
      notes: "none",
    });
  });

  it("say how they are sorted, and nothing when they are not", () => {
    const [number, , , balance] = columns as [Column, Column, Column, Column];
    expect(sortedBy(balance, "-balance")).toBe("descending");
    expect(sortedBy(number, "number")).toBe("ascending");
    expect(sortedBy(number, "-balance")).toBeUndefined();
  });
});

describe("the current place in the navigation", () => {
  const hrefs = ["/c/nw", "/c/nw/invoices", "/c/nw/invoices/recurring"];

  it("is the longest beginning of the address, by whole segments", () => {
    expect(currentHref(hrefs, "/c/nw/invoices/inv_1")).toBe("/c/nw/invoices");
    expect(currentHref(hrefs, "/c/nw/invoices/recurring/new")).toBe("/c/nw/invoices/recurring");
    expect(currentHref(hrefs, "/c/nw/invoices-archive")).toBe("/c/nw");
    expect(currentHref(hrefs, "/pricing")).toBeNull();
  });
});
