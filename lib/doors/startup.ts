import "server-only";
import type pg from "pg";
import { inTransaction } from "@/db/client";
import { isolationProblems } from "@/db/isolation";
import { env, SettingsError } from "@/lib/env";

/**
 * Web server and worker begin with this: settings that are wrong end the process with the list of them, and so does, in
 * production, a database that would not keep companies apart. Nothing is served or carried out before.
 */
export async function startOrExit(): Promise<void> {
  const problem = await startProblem();
  if (problem === null) return;
  process.stderr.write(`${problem}\n`, () => process.exit(1));
  // what follows must not begin while the message is on its way
  await new Promise(() => undefined);
}

export async function startProblem(from?: pg.Pool): Promise<string | null> {
  try {
    if (env().EZ360_PROFILE !== "production") return null;
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  const problems = await databaseProblems(from);
  return problems.length === 0
    ? null
    : `The database is not safe to serve:\n${problems.map((one) => `  ${one}`).join("\n")}`;
}

export async function databaseProblems(from?: pg.Pool): Promise<string[]> {
  try {
    return await inTransaction({}, isolationProblems, { readOnly: true, ...(from ? { pool: from } : {}) });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? ` (${error.code})` : "";
    return [`It does not answer${code}; see APP_DATABASE_URL.`];
  }
}
