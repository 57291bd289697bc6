import { createServer } from "node:net";
import { isAbsolute, join } from "node:path";
import { expect, test } from "vitest";
import { choosePort, parseRunArguments } from "@/scripts/local/arguments";
import { freePort, LOOPBACK } from "@/scripts/local/ports";
import { Trouble } from "@/scripts/local/trouble";

function refusalOf(given: string[]): Trouble {
  try {
    parseRunArguments("demo", given);
  } catch (error) {
    if (error instanceof Trouble) return error;
    throw error;
  }
  throw new Error("was not refused");
}

test("without flags the data lies in .data and no port is asked for", () => {
  const { port, dataDirectory, reset } = parseRunArguments("demo", []);
  expect({ port, reset }).toEqual({ port: null, reset: false });
  expect(dataDirectory.endsWith(".data")).toBe(true);
});

test("each flag is understood, and a relative folder becomes absolute", () => {
  const { port, dataDirectory, reset } = parseRunArguments("demo", ["--port", "4000", "--data=some/where", "--reset"]);
  expect({ port, reset }).toEqual({ port: 4000, reset: true });
  expect(isAbsolute(dataDirectory) && dataDirectory.endsWith(join("some", "where"))).toBe(true);
});

test.each([
  ["an unknown flag", ["--bogus"]],
  ["a word too many", ["now"]],
  ["a flag without its value", ["--port"]],
  ["a port that is no number", ["--port", "abc"]],
  ["port 0", ["--port", "0"]],
  ["a port above the highest", ["--port", "65536"]],
  ["an empty folder", ["--data", ""]],
])("%s is answered with the usage and code 2", (_, given) => {
  const { message, exitCode } = refusalOf(given);
  expect(message).toContain("Usage: npm run demo -- [--port N] [--data DIR] [--reset]");
  expect(exitCode).toBe(2);
});

test("an address that other machines can reach is refused", () => {
  expect(refusalOf(["--host", "0.0.0.0"]).message).toBe("This command serves 127.0.0.1 alone, not 0.0.0.0.");
  expect(parseRunArguments("demo", ["--host", "127.0.0.1"]).port).toBeNull();
});

test("a taken port is evaded unless it was asked for", async () => {
  const port = await freePort();
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(port, LOOPBACK, resolve));
  await expect(choosePort(port, 1)).rejects.toThrow(`Port ${port} is taken`);
  expect(await choosePort(null, port)).toBeGreaterThan(port);
  holder.close();
});
