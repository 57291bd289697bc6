import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { EmptyFirst } from "@/components/ui/empty-state";
import { enter } from "@/lib/doors/page";
import { addDays } from "@/lib/kernel/dates";
import { one } from "@/lib/kernel/listing";
import { draftBillAction } from "../actions";
import { BillForm } from "../bill-form";
import { billChoices } from "../choices";

export const metadata: Metadata = { title: "New bill" };

export default async function NewBillPage({ params, searchParams }: PageProps<"/c/[company]/bills/new">) {
  const scope = await enter(params, "bills.write", "vendors.read", "projects.read");
  const home = `/c/${scope.company.slug}`;
  const choices = await billChoices(scope);
  const vendorId = one((await searchParams).vendor) ?? "";
  return (
    <>
      <PageHeader title="New bill" breadcrumbs={[{ label: "Bills", href: `${home}/bills` }]} />
      {choices.vendors.length === 0 ? (
        <EmptyFirst
          icon="store"
          title="No vendors yet"
          why="A bill names the vendor who sent it."
          action={
            <LinkButton href={`${home}/vendors/new`} variant="primary" icon="plus">
              New vendor
            </LinkButton>
          }
        />
      ) : (
        <BillForm
          action={draftBillAction}
          companyId={scope.company.id}
          {...choices}
          start={{ vendorId, billedOn: scope.today, dueOn: addDays(scope.today, 30) }}
          cancelHref={`${home}/bills`}
        />
      )}
    </>
  );
}
