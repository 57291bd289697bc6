/** Below these no dependency that meets hostile bytes, secrets or the database may fall; each with the reason. */
export const versionFloors: Record<string, { floor: string; since: string }> = {
  next: {
    floor: "16.4.5",
    since: "2026-11-03: SVG reaches the optimizer though forbidden, fallback shells can be poisoned",
  },
  react: { floor: "19.3.1", since: "CVE-2025-55182 and the denials of service after it, the last of 2026-10" },
  "react-dom": { floor: "19.3.1", since: "moves with react" },
  "next-auth": { floor: "4.24.15", since: "GHSA-7rqj (full-width @ in addresses), 2026-07" },
  "drizzle-orm": { floor: "0.45.4", since: "CVE-2026-39356: names of columns were not escaped" },
  pg: { floor: "8.23.1", since: "2026-11-23: the release whose pipeline this product's deeds rest on" },
  nodemailer: {
    floor: "10.3.1",
    since: "GHSA-mm7p-fcc7-pg87 (7.0.7): mail to a domain nobody meant; 10 is what was read since",
  },
  zod: { floor: "4.6.7", since: "2026-11-23: every input and every setting is read by it" },
  "@node-rs/argon2": { floor: "2.2.1", since: "2026-11-23: hashes passwords" },
  "graphile-worker": { floor: "0.16.6", since: "2026-11-23: carries out jobs; the last that runs on Node 20" },
  pino: { floor: "10.4.0", since: "2026-11-23: keeps secrets out of the log" },
  "react-hook-form": { floor: "7.92.0", since: "2026-11-23: holds what people type" },
  "csv-stringify": { floor: "6.9.0", since: "2026-11-23: escapes what spreadsheets would run" },
  "smtp-server": { floor: "3.21.6", since: "2026-11-23: the mail sink reads what comes over the network" },
  mailparser: { floor: "3.14.2", since: "2026-11-23: parses what the mail sink got" },
  tsx: { floor: "4.23.15", since: "2026-11-23: runs worker and scripts" },
  postcss: { floor: "8.4.31", since: "CVE-2023-44270: comments that end early" },
  playwright: { floor: "1.65.1", since: "CVE-2025-59288: browsers fetched without a check of the certificate" },
  "@playwright/test": { floor: "1.65.1", since: "moves with playwright" },
  vitest: { floor: "4.1.12", since: "CVE-2025-24964: a foreign page runs code through its server" },
};
