import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort, isPortFree, LOOPBACK, nextFreePort } from "@/scripts/local/ports";

let taken: number;
let holder: Server;

beforeAll(async () => {
  taken = await freePort();
  holder = createServer();
  await new Promise<void>((resolve) => holder.listen(taken, LOOPBACK, resolve));
});

afterAll(() => {
  holder.close();
});

test("a port that somebody listens on is taken, another one is not", async () => {
  expect(await isPortFree(taken)).toBe(false);
  expect(await isPortFree(await freePort())).toBe(true);
});

test("the next free port is the first itself, or lies above a taken one", async () => {
  const free = await freePort();
  expect(await nextFreePort(free)).toBe(free);
  expect(await nextFreePort(taken)).toBeGreaterThan(taken);
});
