import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { defaultDataDirectory } from "./paths";
import { isPortFree, LOOPBACK, nextFreePort } from "./ports";
import { say } from "./terminal";
import { Trouble } from "./trouble";

export interface RunArguments {
  /** Null if none was asked for, so that a taken one may be evaded. */
  port: number | null;
  dataDirectory: string;
  reset: boolean;
}

const WRONG_USE = 2;
const HIGHEST_PORT = 65_535;

/** The flags of `npm run demo` and `npm run dev`. Refuses every other one, and an address that is not this machine's own. */
export function parseRunArguments(command: string, given: string[]): RunArguments {
  const usage = `Usage: npm run ${command} -- [--port N] [--data DIR] [--reset]`;
  const values = parseOrRefuse(given, usage);
  if (values.host !== undefined && ![LOOPBACK, "localhost"].includes(values.host)) {
    throw new Trouble(`This command serves ${LOOPBACK} alone, not ${values.host}.`, WRONG_USE);
  }
  const port = values.port === undefined ? null : Number(values.port);
  if (port !== null && !(Number.isInteger(port) && port >= 1 && port <= HIGHEST_PORT)) {
    throw new Trouble(`--port wants a number from 1 to ${HIGHEST_PORT}, not "${values.port}".\n${usage}`, WRONG_USE);
  }
  if (values.data === "") throw new Trouble(`--data wants a folder.\n${usage}`, WRONG_USE);
  const dataDirectory = values.data === undefined ? defaultDataDirectory : resolve(values.data);
  return { port, dataDirectory, reset: values.reset ?? false };
}

/** The port asked for, which must be free; or the usual one, or else the next free one. */
export async function choosePort(asked: number | null, usual: number): Promise<number> {
  if (asked === null) {
    const port = await nextFreePort(usual);
    if (port !== usual) say(`Port ${usual} is taken: using ${port}.`);
    return port;
  }
  if (await isPortFree(asked)) return asked;
  throw new Trouble(`Port ${asked} is taken by another program: choose another with --port, or leave --port out.`);
}

function parseOrRefuse(given: string[], usage: string) {
  try {
    const string = { type: "string" } as const;
    const options = { port: string, data: string, host: string, reset: { type: "boolean" } } as const;
    return parseArgs({ args: given, options, allowPositionals: false }).values;
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split(". ");
    throw new Trouble(`${reason}.\n${usage}`, WRONG_USE);
  }
}
