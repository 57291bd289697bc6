import { inspect } from "node:util";
import { SettingsError } from "@/lib/env";
import { complain } from "./terminal";

/** What can be expected to go wrong on a real machine. The message is the one sentence its reader needs; no stack is shown. */
export class Trouble extends Error {
  override name = "Trouble";

  constructor(
    message: string,
    readonly exitCode = 1,
  ) {
    super(message);
  }
}

const FILE_TROUBLE: Record<string, string> = {
  EACCES: "No permission for",
  EPERM: "No permission for",
  EROFS: "Cannot write on a read-only disk:",
  ENOSPC: "The disk is full:",
  EDQUOT: "The disk quota is used up:",
  ENOTDIR: "Not a folder:",
};

const DATABASE_TROUBLE: Record<string, string> = {
  ECONNREFUSED: "No PostgreSQL answers at the address of DATABASE_URL",
  ENOTFOUND: "The host in DATABASE_URL cannot be found",
  ETIMEDOUT: "The host in DATABASE_URL does not answer",
  "28P01": "PostgreSQL refuses the password",
  "28000": "PostgreSQL refuses this login",
  "53300": "PostgreSQL has no free connections left",
  "57P03": "PostgreSQL is starting up or shutting down",
};

/** The sentence for an error that is a fact of the machine; null for everything that is a mistake in our code. */
function troubleFrom(error: unknown): Trouble | null {
  if (error instanceof Trouble) return error;
  if (error instanceof SettingsError) return new Trouble(error.message);
  if (!(error instanceof Error)) return null;
  const { code, path, syscall, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === undefined) return null;
  if (code === "EADDRINUSE") return new Trouble(`Port ${port ?? "(unknown)"} is in use by another program.`);
  if (code === "EACCES" && syscall === "listen") return new Trouble(`No permission to listen on port ${port}.`);
  const file = FILE_TROUBLE[code];
  if (file !== undefined && path !== undefined) return new Trouble(`${file} ${path}`);
  const database = DATABASE_TROUBLE[code];
  if (database !== undefined) return new Trouble(`${database}: ${error.message || code}.`);
  return null;
}

/** Runs a script to its end and exits with its code: one sentence for trouble, the whole stack for a mistake of ours. */
export async function runMain(main: () => Promise<number>): Promise<never> {
  try {
    process.exit(await main());
  } catch (error) {
    const trouble = troubleFrom(error);
    if (trouble === null) {
      complain(inspect(error));
      process.exit(1);
    }
    complain(trouble.message);
    process.exit(trouble.exitCode);
  }
}
