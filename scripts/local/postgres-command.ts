import { execFile } from "node:child_process";
import { childEnvironment } from "./environment";
import type { Account } from "./postgres-account";

interface PostgresCommand {
  file: string;
  args: string[];
  account: Account | null;
  signal?: AbortSignal | undefined;
}

/** Nothing of the caller's PostgreSQL settings may reach a server that is ours, and its messages stay in English. */
const NEUTRAL = {
  PGDATA: undefined,
  PGPORT: undefined,
  PGHOST: undefined,
  PGUSER: undefined,
  PGOPTIONS: undefined,
  LC_ALL: "C",
};

/** Runs initdb or pg_ctl as the account. In `/`, since the account may not be allowed into the current folder. */
export function runPostgresCommand({
  file,
  args,
  account,
  signal,
}: PostgresCommand): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const options = { cwd: "/", env: childEnvironment(NEUTRAL), encoding: "utf8", signal, ...account } as const;
    execFile(file, args, options, (error, stdout, stderr) => {
      resolve({ ok: error === null, output: stderr || stdout || error?.message || "" });
    });
  });
}
