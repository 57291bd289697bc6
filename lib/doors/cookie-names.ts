import { env } from "@/lib/env";

/** What the browser keeps. With https the prefix has it sent to this host alone, over https, whatever a neighbour sets. */
export const cookieNames = {
  session: () => named("session"),
  /** What was asked to be proved: held by the browser that asked. */
  proof: () => named("proof"),
  /** What a passkey was asked to sign. */
  passkey: () => named("passkey"),
  /** Marks a browser in which somebody signed in before. */
  device: () => named("device"),
};

export function isSecure(): boolean {
  return env().NEXTAUTH_URL.startsWith("https://");
}

function named(what: string): string {
  return `${isSecure() ? "__Host-" : ""}ez360-${what}`;
}
