import { createServer } from "node:net";
import { Trouble } from "./trouble";

export const LOOPBACK = "127.0.0.1";

const HIGHEST_PORT = 65_535;

/** A port that nobody listens on now. It may be taken a moment later, so whoever uses it must cope with that. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, LOOPBACK, () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === "string") reject(new Error("a TCP server has no port"));
        else resolve(address.port);
      });
    });
  });
}

/** Whether we could listen there; a port that needs more rights than we have is trouble, not "taken". */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(false);
      else reject(error);
    });
    server.listen(port, LOOPBACK, () => server.close(() => resolve(true)));
  });
}

/** `first`, or the next free port above it. */
export async function nextFreePort(first: number): Promise<number> {
  for (let port = first; port <= HIGHEST_PORT; port += 1) {
    if (await isPortFree(port)) return port;
  }
  throw new Trouble(`No free port from ${first} on.`);
}
