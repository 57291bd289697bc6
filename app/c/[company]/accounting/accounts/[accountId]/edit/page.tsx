import type { Metadata } from "next";
import { ledgerHref } from "@/components/accounting/links";
import { Status } from "@/components/display/status";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { getAccount } from "@/lib/ledger/queries";
import { AccountForm } from "../../account-form";
import { activateAccountAction, deactivateAccountAction, updateAccountAction } from "../../actions";

export const metadata: Metadata = { title: "Edit account" };

export default async function EditAccountPage({
  params,
}: PageProps<"/c/[company]/accounting/accounts/[accountId]/edit">) {
  const scope = await enter(params, "accounts.write", "accounting.read");
  const account = await orNotFound(getAccount(scope, idOf("account", (await params).accountId)));
  const home = `/c/${scope.company.slug}`;
  const base = `${home}/accounting/accounts`;
  return (
    <>
      <PageHeader
        title={`${account.code} ${account.name}`}
        breadcrumbs={[{ label: "Accounts", href: base }]}
        status={account.isActive ? null : <Status of="account" status="inactive" />}
        description={
          account.role
            ? "A system account: its name is yours, the rest belongs to the books."
            : "An account that is taken out of use keeps its postings and takes no new ones."
        }
        actions={
          <>
            <LinkButton href={ledgerHref(home, account.id, { to: scope.today })} icon="book-open">
              General ledger
            </LinkButton>
            {account.role ? null : (
              <Form
                action={account.isActive ? deactivateAccountAction : activateAccountAction}
                companyId={scope.company.id}
                inline
              >
                <HiddenField name="accountId" value={account.id} />
                <Submit variant="secondary" icon={account.isActive ? "circle-slash" : "undo"}>
                  {account.isActive ? "Deactivate" : "Activate"}
                </Submit>
              </Form>
            )}
          </>
        }
      />
      <AccountForm
        key={account.revision}
        action={updateAccountAction}
        companyId={scope.company.id}
        account={account}
        cancelHref={base}
      />
    </>
  );
}
