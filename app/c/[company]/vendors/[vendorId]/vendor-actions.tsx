import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { LinkButton } from "@/components/ui/button";
import { archiveVendorAction, restoreVendorAction } from "../actions";

export function VendorActions(props: {
  home: string;
  companyId: string;
  vendor: { id: string; name: string; isActive: boolean };
}) {
  const { home, companyId, vendor } = props;
  return (
    <>
      <LinkButton href={`${home}/vendors/${vendor.id}/edit`} icon="pencil">
        Edit
      </LinkButton>
      <Form action={vendor.isActive ? archiveVendorAction : restoreVendorAction} companyId={companyId} inline>
        <HiddenField name="vendorId" value={vendor.id} />
        <Submit variant="secondary" icon={vendor.isActive ? "inbox" : "undo"}>
          {vendor.isActive ? "Archive" : "Restore"}
        </Submit>
      </Form>
    </>
  );
}
