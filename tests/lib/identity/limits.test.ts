import { describe, expect, test } from "vitest";
import { inTransaction } from "@/db/client";
import { count, forget, giveBack } from "@/lib/identity/limits";
import { cleared, failed, isUnderSiege, liftLockout, restOf } from "@/lib/identity/lockout";
import { waitText } from "@/lib/identity/wait-text";

const minute = 60_000;
let n = 0;
const who = () => `somebody${n++}@limits.test`;

describe("a limit", () => {
  test("refuses the try that is too many, in words that say how long to wait, and nobody else's", async () => {
    const [mine, yours] = [who(), who()];
    for (let i = 0; i < 5; i++) await count("second_factor", mine);
    await expect(count("second_factor", mine)).rejects.toMatchObject({
      code: "too_many",
      message: expect.stringContaining("5 minutes"),
    });
    await count("second_factor", yours);
    await count("password", mine);
  });

  test("counts tries at the same moment one by one", async () => {
    const mine = who();
    const all = await Promise.allSettled(Array.from({ length: 12 }, () => count("second_factor", mine)));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  });

  test("does not count what was given back, so that an office behind one address signs in as often as it likes", async () => {
    const office = who();
    for (let i = 0; i < 60; i++) {
      await count("sign_in", office);
      await giveBack("sign_in", office);
    }
    for (let i = 0; i < 20; i++) await count("sign_in", office);
    await expect(count("sign_in", office)).rejects.toMatchObject({ code: "too_many" });
    await forget("sign_in", office);
    await count("sign_in", office);
  });
});

describe("wrong passwords", () => {
  const fail = async (pair: Parameters<typeof failed>[0], times: number) => {
    for (let i = 0; i < times; i++) await failed(pair);
  };

  test("make their pair rest for five minutes, an hour, a day; after a day's each further one for a day", async () => {
    const pair = { account: who(), from: "203.0.113.9" };
    const restNow = async () => ((await restOf(pair)) ?? 0) / minute;
    await fail(pair, 4);
    expect(await restOf(pair)).toBeNull();
    await fail(pair, 1);
    expect(await restNow()).toBeCloseTo(5, 0);
    await fail(pair, 5);
    expect(await restNow()).toBeCloseTo(60, 0);
    await fail(pair, 10);
    expect((await restNow()) / 60).toBeCloseTo(24, 0);
  });

  test("of a stranger lock out the stranger: the same account from elsewhere, and another account from there, go on", async () => {
    const [account, neighbour] = [who(), who()];
    await fail({ account, from: "203.0.113.10" }, 20);
    expect(await restOf({ account, from: "198.51.100.1" })).toBeNull();
    expect(await restOf({ account: neighbour, from: "203.0.113.10" })).toBeNull();
  });

  test("are forgotten once the right one came", async () => {
    const pair = { account: who(), from: "203.0.113.11" };
    await fail(pair, 5);
    await cleared(pair);
    expect(await restOf(pair)).toBeNull();
    await fail(pair, 4);
    expect(await restOf(pair)).toBeNull();
  });

  test("of a hundred networks are a siege, which an admin can lift", async () => {
    const account = who();
    for (let i = 0; i < 99; i++) await failed({ account, from: `net${i}` });
    expect(await isUnderSiege(account)).toBe(false);
    await failed({ account, from: "net99" });
    expect(await isUnderSiege(account)).toBe(true);
    await inTransaction({}, (db) => liftLockout(db, account));
    expect(await isUnderSiege(account)).toBe(false);
  });
});

test("how long to wait is said as a person would", () => {
  expect([1, minute, 4.2 * minute, 60 * minute, 61 * minute, 24 * 60 * minute].map(waitText)).toEqual([
    ...["a minute", "a minute", "5 minutes", "an hour", "2 hours", "24 hours"],
  ]);
});
