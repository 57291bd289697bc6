import { violatedConstraint } from "@/db/refusals";
import { accounts } from "@/db/schema";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { newId } from "@/lib/kernel/ids";
import { refuseField } from "@/lib/kernel/refusal";
import type { NewAccountInput } from "./inputs";

export async function createAccount(work: Work<"accounts.write">, input: NewAccountInput) {
  const id = newId("account");
  await work.db
    .insert(accounts)
    .values({ companyId: work.company.id, id, ...input })
    .catch((error: unknown) => refuseTaken(error, input.code));
  record(work, "account.created", id, { summary: `Account ${input.code} ${input.name} was created` });
  return { accountId: id };
}

export function refuseTaken(error: unknown, code: string): never {
  const constraint = violatedConstraint(error);
  if (constraint === "accounts_code_key") throw refuseField("code", "account_code_taken", { code });
  if (constraint === "accounts_name_key") throw refuseField("name", "name_taken", { what: "An account" });
  throw error;
}
