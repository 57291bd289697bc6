import "server-only";
import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import type { Caller } from "@/lib/identity/caller";
import { clientAddress } from "./client-address";

export async function currentCaller(): Promise<Caller> {
  const given = await headers();
  return {
    address: clientAddress(given),
    userAgent: (given.get("user-agent") ?? "").slice(0, 255),
    requestId: given.get("x-request-id") ?? randomUUID(),
  };
}
