import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Rounding } from "@/lib/companies/rounding";
import { getTimeSettings } from "@/lib/companies/time-settings";
import { updateTimeSettings } from "@/lib/companies/update-company";
import type { Desk } from "@/lib/doors/console";
import { startTimerInput } from "@/lib/time/inputs";
import { pauseTimer, resumeTimer } from "@/lib/time/pause-timer";
import { getTimeEntry } from "@/lib/time/queries";
import { roundMinutes, roundParts } from "@/lib/time/rounding";
import { startTimer } from "@/lib/time/start-timer";
import { stopTimer } from "@/lib/time/stop-timer";
import { roundedWords } from "@/lib/time/time-entry";
import { updateTimeEntry } from "@/lib/time/update-time-entry";
import { type World, world } from "../../world";
import { enter, site } from "./site";

const rule = (mode: Rounding["mode"], stepMinutes = 15, minimumMinutes = 0): Rounding => ({
  mode,
  stepMinutes,
  minimumMinutes,
});

const cases: [worked: number, rounding: Rounding, recorded: number][] = [
  [67, rule("none"), 67],
  [1, rule("none", 60, 60), 1],
  [67, rule("nearest"), 60],
  [68, rule("nearest"), 75],
  [5, rule("nearest", 10), 10],
  [4, rule("nearest", 10), 4],
  [67, rule("up"), 75],
  [61, rule("up"), 75],
  [75, rule("up"), 75],
  [15, rule("up"), 15],
  [74, rule("down"), 60],
  [75, rule("down"), 75],
  [14, rule("down"), 14],
  [14, rule("down", 15, 15), 15],
  [1, rule("up", 6, 30), 30],
  [31, rule("up", 6, 30), 36],
  [30, rule("nearest", 6, 30), 30],
  [1_439, rule("up"), 1_440],
  [1_440, rule("up", 7), 1_440],
  [7, rule("up", 1), 7],
];

test.each(cases)("%i minutes by %o are %i", (worked, rounding, recorded) => {
  expect(roundMinutes(worked, rounding)).toBe(recorded);
});

const anyRounding = fc
  .record({
    mode: fc.constantFrom("nearest", "up", "down"),
    stepMinutes: fc.integer({ min: 1, max: 60 }),
    steps: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ mode, stepMinutes, steps }) => rule(mode as Rounding["mode"], stepMinutes, steps * stepMinutes));

test("what was rounded once stays as it is, for any rule", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_440 }), anyRounding, (minutes, rounding) => {
      const once = roundMinutes(minutes, rounding);
      expect(roundMinutes(once, rounding)).toBe(once);
      expect(once).toBeGreaterThan(0);
      expect(once).toBeLessThanOrEqual(1_440);
    }),
  );
});

test("the parts of an entry sum to its rounded minutes, and none is lost, for any rule", () => {
  const parts = fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(parts, anyRounding, (minutes, rounding) => {
      const rounded = roundParts(
        minutes.map((part) => ({ minutes: part })),
        rounding,
      ).map((part) => part.minutes);
      const sum = (list: number[]) => list.reduce((all, one) => all + one, 0);
      expect(sum(rounded)).toBe(Math.max(roundMinutes(sum(minutes), rounding), minutes.length));
      expect(Math.min(...rounded)).toBeGreaterThan(0);
    }),
  );
});

test("the longest part takes the difference", () => {
  const parts = [{ minutes: 20 }, { minutes: 40 }, { minutes: 7 }];
  expect(roundParts(parts, rule("up")).map((part) => part.minutes)).toEqual([20, 48, 7]);
  expect(roundParts(parts, rule("down")).map((part) => part.minutes)).toEqual([20, 33, 7]);
});

describe("in a company that rounds up to quarters of an hour", () => {
  let w: World;
  let at: Awaited<ReturnType<typeof site>>;

  beforeAll(async () => {
    w = await world();
    at = await site(w.a);
    await settings(w.a.owner, { timeRounding: "up" });
  });

  const run = async (moments: string[]) => {
    const [from = "", ...rest] = moments;
    const input = startTimerInput.parse({ projectId: at.projectId });
    await w.a.staff.work((work) => startTimer(work, input), { now: new Date(from) });
    for (const [i, moment] of rest.slice(0, -1).entries()) {
      const step = i % 2 === 0 ? pauseTimer : resumeTimer;
      await w.a.staff.work((work) => step(work), { now: new Date(moment) });
    }
    return w.a.staff.work((work) => stopTimer(work), { now: new Date(rest.at(-1) as string) });
  };

  test("the timer's answer says what was worked and what is recorded, and the entry keeps both", async () => {
    const stopped = await run(["2026-11-02T15:00:00Z", "2026-11-02T16:07:40Z"]);
    expect(roundedWords(stopped)).toBe("1:07 worked, 1:15 recorded");
    await expect(getTimeEntry(w.a.staff.scope(), stopped.timeEntryId)).resolves.toMatchObject({
      durationMinutes: 75,
      workedMinutes: 67,
      services: [{ minutes: 75 }],
    });
  });

  test("an exact multiple is not rounded, odd seconds or not, and says nothing", async () => {
    const stopped = await run(["2026-11-03T15:00:00Z", "2026-11-03T15:15:59Z"]);
    expect(stopped).toMatchObject({ durationMinutes: 15, workedMinutes: null });
  });

  test("pauses are taken out before it is rounded", async () => {
    const stopped = await run([
      "2026-11-04T15:00:00Z",
      "2026-11-04T15:10:30Z",
      "2026-11-04T18:00:00Z",
      "2026-11-04T18:04:31Z",
    ]);
    expect(stopped).toMatchObject({ durationMinutes: 15, workedMinutes: null });
  });

  test("the hour that a clock skips or repeats is neither lost nor counted twice", async () => {
    // New York: 1:30 to 3:30 on the clock are one hour in March, 0:30 to 2:30 are three in November
    const march = await run(["2026-03-08T06:30:00Z", "2026-03-08T07:30:00Z"]);
    expect(march).toMatchObject({ durationMinutes: 60, workedMinutes: null });
    const november = await run(["2026-11-01T04:30:00Z", "2026-11-01T07:31:00Z"]);
    expect(november).toMatchObject({ durationMinutes: 195, workedMinutes: 181 });
  });

  test("typed time is rounded when it is entered; saved again it stays, and changed it is rounded anew", async () => {
    const { projectId } = at;
    const id = await enter(w.a.staff, { projectId, workedOn: "2026-11-05", durationMinutes: "0:50" });
    const save = (durationMinutes: number, revision: number) =>
      w.a.staff.work((work) =>
        updateTimeEntry(work, {
          ...{ timeEntryId: id, revision, projectId, itemId: null, note: "", isBillable: true, durationMinutes },
          workedOn: "2026-11-05" as never,
        }),
      );
    const minutes = async () => {
      const { durationMinutes, workedMinutes } = await getTimeEntry(w.a.staff.scope(), id);
      return { durationMinutes, workedMinutes };
    };
    expect(await minutes()).toEqual({ durationMinutes: 60, workedMinutes: 50 });
    await save(60, 0);
    expect(await minutes()).toEqual({ durationMinutes: 60, workedMinutes: 50 });
    await save(61, 1);
    expect(await minutes()).toEqual({ durationMinutes: 75, workedMinutes: 61 });
  });

  test("the other company's time stays as it was worked", async () => {
    const theirs = await site(w.b);
    const id = await enter(w.b.staff, { projectId: theirs.projectId, durationMinutes: "0:50" });
    await expect(getTimeEntry(w.b.staff.scope(), id)).resolves.toMatchObject({ durationMinutes: 50 });
  });

  test("rules from an older form are refused", async () => {
    const { revision } = await getTimeSettings(w.a.owner.scope());
    await expect(settings(w.a.owner, { revision: revision - 1 })).rejects.toMatchObject({ code: "stale" });
  });
});

async function settings(desk: Desk, change: Record<string, unknown>) {
  const { revision } = await getTimeSettings(desk.scope());
  const rules = { timeRounding: "none" as const, timeRoundingMinutes: 15, timeMinimumMinutes: 0 };
  const policy = { timeNeedsApproval: true, timeOwnApproval: false };
  await desk.work((work) => updateTimeSettings(work, { revision, ...rules, ...policy, ...change }));
}
