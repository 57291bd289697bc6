import { createHash, randomBytes, randomInt, timingSafeEqual } from "node:crypto";

/** 256 bits that nobody guesses: for cookies and links. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a token: who reads it cannot hand in the token. */
export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Six digits, for a person to copy from a mail. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

/** A code is short, so its hash has the holder's token in it, which is not kept. */
export function codeHashOf(token: string, code: string): string {
  return hashOf(`${token}:${code}`);
}

export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
