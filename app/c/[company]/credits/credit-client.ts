import type { Scope } from "@/lib/access/scope";
import { getClient, listClientChoices } from "@/lib/clients/queries";
import { idOf, orNotFound } from "@/lib/doors/page";
import { one, type SearchParams } from "@/lib/kernel/listing";
import { creditOf } from "@/lib/payments/credit";
import { listCreditClients } from "@/lib/payments/credit-queries";

/** Of whom the form is: the client that `?client=` names, with what it has, and the choices besides. */
export async function creditClient(scope: Scope<"payments.read" | "clients.read">, query: SearchParams) {
  const named = one(query.client);
  const client = named ? await orNotFound(getClient(scope, idOf("client", named))) : null;
  const [active, withCredit, creditCents] = await Promise.all([
    listClientChoices(scope),
    listCreditClients(scope),
    client ? creditOf(scope, client.id) : null,
  ]);
  const all = new Map([...active, ...withCredit, ...(client ? [client] : [])].map(({ id, name }) => [id, name]));
  const choices = [...all].map(([value, label]) => ({ value: value as string, label }));
  return { client, creditCents, choices: choices.sort((a, b) => a.label.localeCompare(b.label, "en")) };
}
