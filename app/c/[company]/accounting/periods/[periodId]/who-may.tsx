import { type Permission, roleFor } from "@/lib/access/permissions";
import type { Scope } from "@/lib/access/scope";
import { listMembers } from "@/lib/companies/queries";
import { isAtLeast } from "@/lib/kernel/roles";

/** Names whom to ask. */
export async function WhoMay(props: { scope: Scope<"members.read">; may: Permission; verb: string }) {
  const { scope, may, verb } = props;
  const names = (await listMembers(scope))
    .filter((member) => isAtLeast(member.role, roleFor(may)))
    .map((member) => member.name);
  return (
    <p>
      {new Intl.ListFormat("en-US", { type: "disjunction" }).format(names)} can {verb}.
    </p>
  );
}
