import "server-only";
import pino from "pino";
import { env } from "@/lib/env";

let logger: pino.Logger | null = null;

/** The product's own log: JSON lines on standard output. Never amounts, addresses or texts of customers. */
export function log(): pino.Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    base: undefined,
    redact: ["password", "token", "authorization", "cookie"],
  });
  return logger;
}
