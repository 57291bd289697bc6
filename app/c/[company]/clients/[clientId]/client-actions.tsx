import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { LinkButton } from "@/components/ui/button";
import { archiveClientAction, restoreClientAction } from "../actions";

export function ClientActions(props: {
  home: string;
  companyId: string;
  client: { id: string; name: string; isActive: boolean };
}) {
  const { home, companyId, client } = props;
  return (
    <>
      <LinkButton href={`${home}/clients/${client.id}/edit`} icon="pencil">
        Edit
      </LinkButton>
      <Form action={client.isActive ? archiveClientAction : restoreClientAction} companyId={companyId} inline>
        <HiddenField name="clientId" value={client.id} />
        <Submit variant="secondary" icon={client.isActive ? "inbox" : "undo"}>
          {client.isActive ? "Archive" : "Restore"}
        </Submit>
      </Form>
    </>
  );
}
