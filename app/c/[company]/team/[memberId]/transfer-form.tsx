import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import { Fold } from "@/components/ui/fold";
import type { Scope } from "@/lib/access/scope";
import { transferOwnershipAction } from "../actions";
import type { Member } from "./member-access";

/** Folded away: it happens once in a company's life, if at all. */
export function TransferForm({ scope, member }: { scope: Scope<"members.write">; member: Member }) {
  const { name, id } = scope.company;
  return (
    <Card>
      <Fold title={<h2 className="font-semibold">Hand the company on…</h2>}>
        <Form
          action={transferOwnershipAction}
          companyId={id}
          label="Hand the company on"
          className="mt-4 max-w-xl"
          confirm={{
            title: `Hand ${name} on to ${member.name}?`,
            effect: `${member.name} becomes the owner and you become an admin. Both of you are signed out. Only ${member.name} can give it back.`,
            action: "Hand on",
            danger: true,
          }}
        >
          <HiddenField name="memberId" value={member.id} />
          <p className="text-pretty text-text-muted">
            {`${member.name} becomes the owner of ${name}, and you an admin: you can't reopen periods or hand it on any more.`}
          </p>
          <TextField name="companyName" label={`Type ${name} to confirm`} autoComplete="off" />
          <Submit variant="danger">Hand on</Submit>
        </Form>
      </Fold>
    </Card>
  );
}
