import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { enter } from "@/lib/doors/page";
import { AccountForm } from "../account-form";
import { createAccountAction } from "../actions";

export const metadata: Metadata = { title: "New account" };

export default async function NewAccountPage({ params }: PageProps<"/c/[company]/accounting/accounts/new">) {
  const scope = await enter(params, "accounts.write");
  const base = `/c/${scope.company.slug}/accounting/accounts`;
  return (
    <>
      <PageHeader title="New account" breadcrumbs={[{ label: "Accounts", href: base }]} />
      <AccountForm action={createAccountAction} companyId={scope.company.id} cancelHref={base} />
    </>
  );
}
