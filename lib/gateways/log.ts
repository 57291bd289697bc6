import "server-only";
import pino from "pino";
import { env } from "@/lib/env";

/** The product's own log: JSON lines on standard output. Never amounts, addresses or texts of customers. */
export const log = pino({
  level: env().LOG_LEVEL,
  base: undefined,
  redact: ["password", "token", "authorization", "cookie"],
});
