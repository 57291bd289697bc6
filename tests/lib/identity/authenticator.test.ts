import { generate } from "otplib";
import { beforeAll, describe, expect, test } from "vitest";
import { inTransaction } from "@/db/client";
import { makeLogin } from "@/lib/doors/console";
import {
  beginAuthenticator,
  confirmAuthenticator,
  hasAuthenticator,
  removeAuthenticator,
  resealAuthenticators,
  takeCode,
} from "@/lib/identity/authenticator";
import { makeRecoveryCodes, recoveryCodesLeft, spendRecoveryCode } from "@/lib/identity/recovery-codes";
import type { UserId } from "@/lib/kernel/ids";
import { noon, password } from "../../world";

let userId: UserId;
let secret: string;
let made = 0;

beforeAll(async () => {
  await person();
});

async function person(): Promise<void> {
  const email = `app${made++}@factors.test`;
  userId = await makeLogin({ email, name: "Ada", password }, noon);
  ({ secret } = await inTransaction({ userId }, (db) => beginAuthenticator(db, userId, email, noon)));
}

const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000);
const codeAt = (at: Date) => generate({ secret, epoch: Math.floor(at.getTime() / 1000) });
const take = async (at: Date, now = at) => {
  const code = await codeAt(at);
  return inTransaction({ userId }, (db) => takeCode(db, userId, code, now));
};

describe("an authenticator app", () => {
  test("opens nothing before its first right code, and a page that is opened again shows the same secret", async () => {
    const again = await inTransaction({ userId }, (db) => beginAuthenticator(db, userId, "x@factors.test", noon));
    expect(again.secret).toBe(secret);
    expect(await inTransaction({ userId }, (db) => hasAuthenticator(db, userId))).toBe(false);
    await expect(take(noon)).rejects.toMatchObject({ code: "authenticator_none" });
    const confirm = (code: string) => inTransaction({ userId }, (db) => confirmAuthenticator(db, userId, code, noon));
    const right = await codeAt(noon);
    const wrong = right === "000000" ? "000001" : "000000";
    await expect(confirm(wrong)).rejects.toMatchObject({
      code: "authenticator_wrong",
      fields: { code: expect.any(String) },
    });
    await confirm(right);
    expect(await inTransaction({ userId }, (db) => hasAuthenticator(db, userId))).toBe(true);
    await expect(confirm(right)).rejects.toMatchObject({ code: "authenticator_exists" });
  });

  test("is believed once for each step, and never for one before", async () => {
    await expect(take(noon)).rejects.toMatchObject({ code: "code_spent" });
    await take(later(60));
    await expect(take(later(60))).rejects.toMatchObject({ code: "code_spent" });
    await expect(take(later(30), later(60))).rejects.toMatchObject({ code: "code_spent" });
  });

  test("of two tries with one code at the same moment, one passes", async () => {
    const at = later(300);
    const both = await Promise.allSettled([take(at), take(at)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("may be one step off, and no more: a clock that is 90 seconds wrong is told so", async () => {
    await take(later(600 + 30), later(600));
    await take(later(900 - 30), later(900));
    for (const off of [90, -90]) {
      await expect(take(later(1200 + off), later(1200))).rejects.toMatchObject({ code: "authenticator_wrong" });
    }
  });

  test("keeps its secret sealed, and for its person alone", async () => {
    const [row] = await inTransaction({ userId }, (db) =>
      db.execute<{ text: string }>("select a::text as text from authenticators a"),
    ).then(({ rows }) => rows);
    expect(row?.text).not.toContain(secret);
    const stranger = await inTransaction({ userId: "usr_00000000000000000000000000" }, (db) =>
      db.execute("select 1 from authenticators"),
    );
    expect(stranger.rows).toEqual([]);
  });

  test("is sealed anew by the operator, and what the newest key sealed stays", async () => {
    expect(await inTransaction({ operator: true }, (db) => resealAuthenticators(db))).toBe(0);
  });

  test("that is removed asks no more", async () => {
    await inTransaction({ userId }, (db) => removeAuthenticator(db, userId));
    await expect(take(later(2000))).rejects.toMatchObject({ code: "authenticator_none" });
    await expect(inTransaction({ userId }, (db) => removeAuthenticator(db, userId))).rejects.toMatchObject({
      code: "authenticator_none",
    });
  });
});

describe("recovery codes", () => {
  test("are ten, kept as hashes, and each counts once, however it is typed", async () => {
    const codes = await inTransaction({ userId }, (db) => makeRecoveryCodes(db, userId, noon));
    expect(new Set(codes).size).toBe(10);
    const { rows } = await inTransaction({ userId }, (db) => db.execute("select r::text from recovery_codes r"));
    expect(JSON.stringify(rows)).not.toContain(codes[0]?.slice(0, 5));
    const spend = (code: string) => inTransaction({ userId }, (db) => spendRecoveryCode(db, userId, code, noon));
    await spend((codes[0] ?? "").toUpperCase().replace("-", ""));
    await expect(spend(codes[0] ?? "")).rejects.toMatchObject({ code: "recovery_code_wrong" });
    const both = await Promise.allSettled([spend(codes[1] ?? ""), spend(codes[1] ?? "")]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await inTransaction({ userId }, (db) => recoveryCodesLeft(db, userId))).toBe(8);
  });

  test("of before are over when new ones are made", async () => {
    const make = () => inTransaction({ userId }, (db) => makeRecoveryCodes(db, userId, noon));
    const [old] = await make();
    await make();
    const spend = inTransaction({ userId }, (db) => spendRecoveryCode(db, userId, old ?? "", noon));
    await expect(spend).rejects.toMatchObject({ code: "recovery_code_wrong" });
  });
});
