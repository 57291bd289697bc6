import { describe, expect, it } from "vitest";
import { statusCells, statusLook } from "@/components/display/status-words";

describe("a status", () => {
  it("has a word, a tone and an icon, also when nobody told us of it", () => {
    expect(statusLook("invoice", "overdue")).toMatchObject({ word: "Overdue", tone: "danger" });
    expect(statusLook("invoice", "lost_at_sea")).toMatchObject({ word: "lost_at_sea", tone: "neutral" });
  });

  it("becomes three plain cells of a row", () => {
    expect(statusCells("status", "invoice", "overdue", "12 days overdue")).toEqual({
      status: "12 days overdue",
      status_tone: "danger",
      status_icon: "clock",
    });
  });
});
