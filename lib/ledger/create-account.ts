import { violatedConstraint } from "@/db/refusals";
import { accounts } from "@/db/schema";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { newId } from "@/lib/kernel/ids";
import { refuseField } from "@/lib/kernel/refusal";
import type { NewAccountInput } from "./inputs";

/** Refuses a code or name that is taken, and a bank account that is no asset. */
export async function createAccount(work: Work<"accounts.write">, input: NewAccountInput) {
  refuseOtherBank(input);
  const id = newId("account");
  await work.db
    .insert(accounts)
    .values({ companyId: work.company.id, id, ...input })
    .catch((error: unknown) => refuseTaken(error, input.code));
  record(work, "account.created", id, { summary: `Account ${input.code} ${input.name} was created` });
  return { accountId: id };
}

/** Only an asset holds money. */
export function refuseOtherBank({ type, isBank }: Pick<NewAccountInput, "type" | "isBank">): void {
  if (isBank && type !== "asset") throw refuseField("isBank", "account_bank_asset");
}

export function refuseTaken(error: unknown, code: string): never {
  const constraint = violatedConstraint(error);
  if (constraint === "accounts_code_key") throw refuseField("code", "account_code_taken", { code });
  if (constraint === "accounts_name_key") throw refuseField("name", "name_taken", { what: "An account" });
  throw error;
}
