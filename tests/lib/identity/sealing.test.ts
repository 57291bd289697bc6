import { afterEach, expect, test, vi } from "vitest";

const [oldKey, newKey] = [7, 9].map((byte) => Buffer.alloc(32, byte).toString("base64"));

/** Settings are read once for each process: anew with each of these. */
async function under(keys: string | undefined) {
  vi.resetModules();
  vi.stubEnv("ENCRYPTION_KEYS", keys ?? "");
  return import("@/lib/identity/sealing");
}

afterEach(() => vi.unstubAllEnvs());

test("what was sealed opens for its purpose alone, and not once a byte of it is another", async () => {
  const { seal, unseal } = await under(`a:${oldKey}`);
  const sealed = seal("authenticator usr_1", "JBSWY3DPEHPK3PXP");
  expect(sealed).not.toContain("JBSWY3DPEHPK3PXP");
  expect(unseal("authenticator usr_1", sealed)).toBe("JBSWY3DPEHPK3PXP");
  expect(() => unseal("authenticator usr_2", sealed)).toThrow();
  const [id, nonce, body = "", tag] = sealed.split(".");
  const changed = `${body.startsWith("A") ? "B" : "A"}${body.slice(1)}`;
  expect(() => unseal("authenticator usr_1", [id, nonce, changed, tag].join("."))).toThrow();
  expect(() => unseal("authenticator usr_1", [id, nonce, body, tag?.slice(0, 8)].join("."))).toThrow();
  expect(seal("x", "same")).not.toBe(seal("x", "same"));
});

test("keys turn over: the first seals, the older ones open, and what they sealed is known as stale", async () => {
  const before = await under(`a:${oldKey}`);
  const sealed = before.seal("x", "secret");
  const { seal, unseal, isStale } = await under(`b:${newKey},a:${oldKey}`);
  expect(unseal("x", sealed)).toBe("secret");
  expect([isStale(sealed), isStale(seal("x", "secret"))]).toEqual([true, false]);
  const after = await under(`b:${newKey}`);
  expect(() => after.unseal("x", sealed)).toThrow("no encryption key is called a");
});

test("without keys there is one to play with, and none in production", async () => {
  const { seal, unseal } = await under(undefined);
  expect(unseal("x", seal("x", "secret"))).toBe("secret");
});
