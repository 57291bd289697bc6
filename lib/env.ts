import { z } from "zod";

/**
 * Every setting, read once and checked at first use; all problems are listed at once. No other file of the product
 * reads process.env. README's table and the test of .env.example are made from this schema.
 */
export const settings = {
  EZ360_PROFILE: z
    .enum(["development", "test", "demo", "production"])
    .default("production")
    .describe("Which profile runs: development, test, demo (plain HTTP on loopback) or production"),
  APP_DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .describe("PostgreSQL as the application's role, which owns nothing and obeys row-level security"),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe("PostgreSQL (15 or later) as the owner's role: migrations, and setting up the application's role"),
  DATABASE_POOL_SIZE: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(10)
    .describe("Connections of one process at most"),
  NEXTAUTH_URL: z.url().default("http://localhost:3000").describe("The address at which people reach the product"),
  NEXTAUTH_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe("Signs sign-in cookies; 32 characters or more; required in production"),
  ENCRYPTION_KEYS: z
    .string()
    .transform(readKeys)
    .optional()
    .describe(
      "Keys that seal secrets at rest: `id:base64 of 32 bytes`, separated by commas; the first seals, all open; required in production",
    ),
  TRUSTED_PROXY_HOPS: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe(
      "Proxies of ours in front: the caller is the n-th from the right of X-Forwarded-For; 0 takes the socket's",
    ),
  CSP_REPORT_ONLY: z
    .enum(["true", "false"])
    .default("false")
    .transform((text) => text === "true")
    .describe("`true` only reports what the content policy forbids, and lets it pass: for trying out a new policy"),
  MAIL_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe("SMTP server for mail; without it mails wait in the queue"),
  MAIL_FROM: z.string().default("EZ360PM <no-reply@localhost>").describe("Sender of product mail"),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"])
    .default("info")
    .describe("Least severity that is logged"),
} as const;

export type EncryptionKey = { id: string; key: Buffer };

/** What every process needs to be right, whoever starts it. */
const readable = z.object(settings);

/** What serves people in production must hold besides; said together with whatever else is wrong. */
const servable = readable.superRefine(addProductionProblems, { when: () => true });

export type Settings = z.output<typeof readable>;

let read: Settings | null = null;

export function env(): Settings {
  read ??= check(process.env);
  return read;
}

/**
 * For the command line: it serves nobody and signs nothing, so it runs where a server's secrets are not. To be called
 * before anything asks for a setting.
 */
export function startAsTool(): void {
  read ??= parsed(readable, process.env);
}

export function check(source: Record<string, string | undefined>): Settings {
  return parsed(servable, source);
}

/** The message is for whoever starts the product: names and what is wrong with them, never what was set. */
export class SettingsError extends Error {
  override name = "SettingsError";
}

function parsed(schema: typeof readable, source: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new SettingsError(`Settings are missing or wrong:\n${problems.join("\n")}`);
}

/** `given` may hold what the schema refused as it was given: only what has its proper type is looked at. */
function addProductionProblems(given: Partial<Settings>, context: z.core.$RefinementCtx): void {
  if (given.EZ360_PROFILE !== "production") return;
  const say = (name: keyof Settings, message: string) => context.addIssue({ code: "custom", path: [name], message });
  const { NEXTAUTH_SECRET: secret, ENCRYPTION_KEYS: keys } = given;
  if (!secret) say("NEXTAUTH_SECRET", "Production signs cookies with a secret of its own: openssl rand -base64 48");
  else if (secret.length >= 32 && isGuessable(secret)) say("NEXTAUTH_SECRET", "This could be guessed");
  if (!given.NEXTAUTH_URL?.startsWith("https://")) say("NEXTAUTH_URL", "Production is reached over https alone");
  if (!keys) say("ENCRYPTION_KEYS", "Production seals secrets with a key of its own: k1:$(openssl rand -base64 32)");
  if (Array.isArray(keys) && keys.some(({ key }) => new Set(key).size < 8)) {
    say("ENCRYPTION_KEYS", "A key of few different bytes could be guessed");
  }
  if (isSameLogin(given.DATABASE_URL, given.APP_DATABASE_URL)) {
    say("APP_DATABASE_URL", "The application may not be the owner of the tables: give it a role of its own");
  }
}

/** A word out of an example, or a text that repeats itself: random ones of this length are neither. */
function isGuessable(secret: string): boolean {
  const isExample = /change.?me|secret|example|passw|default|replace|your.?key|nextauth|123456|abcdef/i;
  return isExample.test(secret) || new Set(secret).size < 12 || /^(.{1,16}?)\1+.{0,15}$/.test(secret);
}

function isSameLogin(one: string | undefined, other: string | undefined): boolean {
  if (!one || !other || !URL.canParse(one) || !URL.canParse(other)) return false;
  return decodeURIComponent(new URL(one).username) === decodeURIComponent(new URL(other).username);
}

function readKeys(text: string, context: z.core.$RefinementCtx): EncryptionKey[] {
  const parts = text.split(",").map((part) => /^([a-z0-9]{1,16}):([A-Za-z0-9+/]{43}=)$/.exec(part.trim()));
  const keys = parts.flatMap((part) =>
    part ? [{ id: part[1] ?? "", key: Buffer.from(part[2] ?? "", "base64") }] : [],
  );
  if (keys.length < parts.length) {
    const message = "Each key is an id of a to z and 0 to 9, a colon, and 32 bytes in base64";
    context.addIssue({ code: "custom", message });
  }
  if (new Set(keys.map(({ id }) => id)).size < keys.length) {
    context.addIssue({ code: "custom", message: "Two keys have one id" });
  }
  return keys;
}
