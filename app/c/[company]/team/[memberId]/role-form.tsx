import { RadioGroup } from "@/components/form/choice-fields";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { Card } from "@/components/ui/card";
import type { Scope } from "@/lib/access/scope";
import { roleHints, roleNames } from "@/lib/companies/invitation";
import { roles } from "@/lib/kernel/roles";
import { changeRoleAction } from "../actions";
import type { Member } from "./member-access";

export function RoleForm({ scope, member }: { scope: Scope<"members.write">; member: Member }) {
  const offered = roles.filter((role) => role !== "owner" || scope.member.role === "owner");
  return (
    <Form
      action={changeRoleAction}
      companyId={scope.company.id}
      label="Role"
      confirm={{
        title: `Change the role of ${member.name}?`,
        effect: "The new role counts at once. They are signed out, and told by mail.",
        action: "Change role",
      }}
    >
      <HiddenField name="memberId" value={member.id} />
      <Card title="Role">
        <div className="space-y-4">
          <RadioGroup
            name="role"
            label="What they may"
            defaultValue={member.role}
            options={offered.map((role) => ({ value: role, label: roleNames[role], hint: roleHints[role] }))}
          />
          <Submit>Change role</Submit>
        </div>
      </Card>
    </Form>
  );
}
