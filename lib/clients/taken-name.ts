import { violatedConstraint } from "@/db/refusals";
import { refuseField } from "@/lib/kernel/refusal";

/** Names differ in more than their case. */
export function refuseTakenName(error: unknown): never {
  if (violatedConstraint(error) === "clients_name_key") throw refuseField("name", "name_taken", { what: "A client" });
  throw error;
}
