import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";
import { assert } from "@/lib/kernel/assert";

/**
 * Seals what we must be able to read again (AES-256-GCM). The text names its key, so that keys can be turned over: the
 * first of ENCRYPTION_KEYS seals, all of them open. `purpose` is bound to it: a sealed secret opens nowhere else.
 */
export function seal(purpose: string, text: string): string {
  const [id, key] = [...keys()][0] ?? [];
  assert(id !== undefined && key !== undefined, "no encryption key");
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [id, nonce, sealed, cipher.getAuthTag()]
    .map((part) => (typeof part === "string" ? part : part.toString("base64url")))
    .join(".");
}

/** Throws where the key is gone, the text was changed, or it was sealed for something else. */
export function unseal(purpose: string, sealed: string): string {
  const [id = "", nonce = "", body = "", tag = ""] = sealed.split(".");
  const key = keys().get(id);
  if (!key) throw new Error(`no encryption key is called ${/^[a-z0-9]{1,16}$/.test(id) ? id : "so"}`);
  const from = (text: string) => Buffer.from(text, "base64url");
  const cipher = createDecipheriv("aes-256-gcm", key, from(nonce), { authTagLength: 16 });
  cipher.setAAD(Buffer.from(purpose)).setAuthTag(from(tag));
  return Buffer.concat([cipher.update(from(body)), cipher.final()]).toString("utf8");
}

/** Whether it was sealed under an older key than the one that seals now. */
export function isStale(sealed: string): boolean {
  return sealed.split(".")[0] !== [...keys().keys()][0];
}

/** Outside production nothing needs hiding from whoever runs it: without keys there is one that everybody has. */
function keys(): Map<string, Buffer> {
  const given = env().ENCRYPTION_KEYS;
  if (!given) {
    assert(env().EZ360_PROFILE !== "production", "ENCRYPTION_KEYS is not set");
    return new Map([["play", Buffer.from(hkdfSync("sha256", "play", "", "ez360pm", 32))]]);
  }
  return new Map(given.map(({ id, key }) => [id, key]));
}
