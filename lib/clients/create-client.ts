import { clients } from "@/db/schema";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { newId } from "@/lib/kernel/ids";
import type { NewClientInput } from "./inputs";
import { refuseTakenName } from "./taken-name";

export async function createClient(work: Work<"clients.write">, input: NewClientInput) {
  const id = newId("client");
  await work.db
    .insert(clients)
    .values({ companyId: work.company.id, id, ...input })
    .catch(refuseTakenName);
  record(work, "client.created", id, { summary: `Client ${input.name} was created`, clientId: id });
  return { clientId: id };
}
