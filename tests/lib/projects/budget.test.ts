import { expect, test } from "vitest";
import { parseBudget } from "@/lib/projects/budget";

test.each([
  ["40", 2_400],
  ["40h", 2_400],
  ["40:00", 2_400],
  ["40:30", 2_430],
  ["37.5", 2_250],
  ["37.5h", 2_250],
  ["40h 30m", 2_430],
  ["90m", 90],
  [" 1,200 hours ", 72_000],
  ["0.0083h", 0],
])("a budget of %s is %i minutes", (text, minutes) => {
  const parsed = parseBudget(text);
  expect(parsed.ok ? parsed.value : 0).toBe(minutes);
});

test.each(["", "-4", "1e9", "40:60", "forty", "0", "0:00", "100001", "99999999h", "NaN", "١٢"])(
  "%j is refused with a sentence",
  (text) => {
    expect(parseBudget(text)).toMatchObject({ ok: false, sentence: expect.stringMatching(/^Enter a budget/) });
  },
);
