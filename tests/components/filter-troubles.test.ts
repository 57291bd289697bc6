import { describe, expect, it } from "vitest";
import { filterTroubles, withoutTroubles } from "@/components/ui/filter-troubles";
import type { ListFilter } from "@/components/ui/list-toolbar";
import { newId } from "@/lib/kernel/ids";

const filters: ListFilter[] = [
  {
    kind: "select",
    name: "status",
    label: "Status",
    value: "",
    any: "Any",
    options: [{ value: "paid", label: "Paid" }],
  },
  { kind: "range", label: "Date", from: { name: "from", value: "" }, to: { name: "to", value: "" } },
];

describe("what the address of a list asks for", () => {
  it("is no trouble where it can be had, or nothing was asked", () => {
    expect(filterTroubles({}, filters)).toEqual({});
    expect(filterTroubles({ status: "paid", from: "2026-02-28", to: "" }, filters)).toEqual({});
    expect(filterTroubles({ status: newId("project") }, filters)).toEqual({});
  });

  it("is said where it is no day or none of the choices", () => {
    expect(filterTroubles({ status: "bogus", from: "2026-02-30", to: ["x", "y"] }, filters)).toEqual({
      status: "“bogus” is none of the choices of Status, so the list is not filtered by it.",
      from: "“2026-02-30” is no date from 1970 to 2199, so the list is not filtered by it.",
      to: "“x” is no date from 1970 to 2199, so the list is not filtered by it.",
    });
  });

  it("is never said at length, nor with half a character", () => {
    const { status = "" } = filterTroubles({ status: `\ud800${"x".repeat(500)}` }, filters);
    expect(status.length).toBeLessThan(120);
    expect(status.isWellFormed()).toBe(true);
  });

  it("is no chip where it filters nothing", () => {
    expect(withoutTroubles({ status: "Status: bogus", q: "Search: x" }, { status: "…" })).toEqual({ q: "Search: x" });
  });
});
