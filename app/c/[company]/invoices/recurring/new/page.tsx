import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { enter } from "@/lib/doors/page";
import { formatPercent } from "@/lib/kernel/decimal-text";
import { one } from "@/lib/kernel/listing";
import { composerChoices } from "../../composer-choices";
import { createPlanAction } from "../actions";
import { PlanForm } from "../plan-form";

export const metadata: Metadata = { title: "New recurring plan" };

export default async function NewPlanPage({ params, searchParams }: PageProps<"/c/[company]/invoices/recurring/new">) {
  const scope = await enter(params, "recurring.write", "clients.read", "projects.read", "catalog.read");
  const query = await searchParams;
  const choices = await composerChoices(scope);
  const list = `/c/${scope.company.slug}/invoices/recurring`;
  return (
    <>
      <PageHeader title="New recurring plan" breadcrumbs={[{ label: "Recurring invoices", href: list }]} />
      <PlanForm
        action={createPlanAction}
        companyId={scope.company.id}
        plan={{
          name: "",
          clientId: one(query.client),
          projectId: one(query.project),
          useProjectNumbers: false,
          frequency: "monthly",
          interval: "1",
          startsOn: scope.today,
          dayOfMonth: "1",
          ends: "never",
          endsOn: "",
          occurrences: "",
          dueDays: String(scope.company.defaultDueDays),
          issues: "automatically",
          reference: "",
          notes: "",
          taxPercent: formatPercent(scope.company.defaultTaxPpm),
          discount: "",
          lines: [],
        }}
        {...choices}
        cancelHref={list}
      />
    </>
  );
}
