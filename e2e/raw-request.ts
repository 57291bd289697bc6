import { connect } from "node:net";
import { demo } from "./firm";

export type RawAnswer = { status: number; headers: Headers; body: string };

type Raw = { method?: string; headers?: Record<string, string | undefined>; body?: string };

/** What no client library would send: bytes as they stand here, to the running product. */
export async function raw(path: string, { method = "GET", headers = {}, body }: Raw = {}): Promise<RawAnswer> {
  const length = body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
  const all = { Host: new URL(demo().baseUrl).host, Connection: "close", ...length, ...headers };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return bytes(`${method} ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n${body ?? ""}`);
}

/** The server may answer before it has read all, and then closes while we still write. */
export function bytes(sent: string): Promise<RawAnswer> {
  const { hostname, port } = new URL(demo().baseUrl);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let got = "";
    socket.setTimeout(10_000, () => socket.destroy());
    socket.on("data", (chunk) => {
      got += chunk;
    });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(parsed(got)));
    socket.write(sent);
  });
}

/** No answer at all is status 0. */
function parsed(got: string): RawAnswer {
  const end = got.indexOf("\r\n\r\n");
  const [first = "", ...lines] = got.slice(0, Math.max(end, 0)).split("\r\n");
  const headers = new Headers(
    lines.map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()]),
  );
  return { status: Number(first.split(" ")[1] ?? 0), headers, body: got.slice(end + 4) };
}
