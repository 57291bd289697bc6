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
    .regex(/^[a-z0-9]{1,16}:[A-Za-z0-9+/]{43}=(,[a-z0-9]{1,16}:[A-Za-z0-9+/]{43}=)*$/)
    .optional()
    .describe("Seals secrets at rest"),
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

const schema = z.object(settings);

export type Settings = z.output<typeof schema>;

let read: Settings | null = null;

export function env(): Settings {
  read ??= check(process.env);
  return read;
}

export function check(source: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`Settings are missing or wrong:\n${problems.join("\n")}`);
}
