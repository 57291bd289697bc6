import { violatedConstraint } from "@/db/refusals";
import { refuseField } from "@/lib/kernel/refusal";

/** Names differ in more than their case. */
export function refuseTakenName(error: unknown): never {
  if (violatedConstraint(error) === "catalog_items_name_key")
    throw refuseField("name", "name_taken", { what: "An item" });
  throw error;
}
