import { createClient } from "@/lib/clients/create-client";
import { type Desk, deskOf, foundWith } from "@/lib/doors/console";
import type { ClientId } from "@/lib/kernel/ids";

export type Firm = { desk: Desk; email: string; clientIds: ClientId[] };

/** A company of its own with its owner and some clients, made as the product makes them. */
export async function openFirm(key: string, clients = 20): Promise<Firm> {
  const email = `owner@${key}.test`;
  const owner = { name: "Bench Owner", email, password: "correct horse battery" };
  const { slug } = await foundWith({ ...owner, companyName: `Bench ${key}`, timeZone: "America/New_York" }, new Date());
  const desk = await deskOf(slug, email);
  const clientIds: ClientId[] = [];
  const details = { contactName: "", email: "", phone: "", address: "", note: "" };
  for (let n = 1; n <= clients; n += 1) {
    const name = `Client ${String(n).padStart(4, "0")}`;
    clientIds.push((await desk.work((work) => createClient(work, { name, ...details }))).clientId);
  }
  return { desk, email, clientIds };
}
