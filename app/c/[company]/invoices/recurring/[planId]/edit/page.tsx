import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { decimalOfCents, formatDiscount, formatPercent, formatQuantity } from "@/lib/kernel/decimal-text";
import { projectLabel } from "@/lib/projects/project";
import { getPlan } from "@/lib/recurring/queries";
import { composerChoices } from "../../../composer-choices";
import { updatePlanAction } from "../../actions";
import { PlanForm } from "../../plan-form";

export const metadata: Metadata = { title: "Edit recurring plan" };

export default async function EditPlanPage({ params }: PageProps<"/c/[company]/invoices/recurring/[planId]/edit">) {
  const scope = await enter(
    params,
    ...(["recurring.write", "recurring.read", "clients.read", "projects.read", "catalog.read"] as const),
  );
  const found = await orNotFound(getPlan(scope, idOf("recurringPlan", (await params).planId)));
  const { plan, client, lines, projectNumber: number, projectName: name } = found;
  const list = `/c/${scope.company.slug}/invoices/recurring`;
  const here = `${list}/${plan.id}`;
  const project =
    plan.projectId && number !== null && name !== null
      ? { id: plan.projectId, label: projectLabel({ number, name }), clientId: plan.clientId }
      : null;
  const choices = await composerChoices(scope, { client: { id: client.id, name: client.name }, project });
  return (
    <>
      <PageHeader
        title="Edit recurring plan"
        description={changeWords(found)}
        breadcrumbs={[
          { label: "Recurring invoices", href: list },
          { label: plan.name, href: here },
        ]}
      />
      <PlanForm
        key={plan.revision}
        action={updatePlanAction}
        companyId={scope.company.id}
        plan={{
          planId: plan.id,
          revision: plan.revision,
          name: plan.name,
          clientId: plan.clientId,
          projectId: plan.projectId ?? "",
          useProjectNumbers: plan.useProjectNumbers,
          frequency: plan.frequency,
          interval: String(plan.interval),
          startsOn: plan.startsOn,
          dayOfMonth: String(plan.dayOfMonth ?? 1),
          ends: plan.endsOn ? "on" : plan.occurrences ? "after" : "never",
          endsOn: plan.endsOn ?? "",
          occurrences: plan.occurrences === null ? "" : String(plan.occurrences),
          dueDays: String(plan.dueDays),
          issues: plan.issuesAutomatically ? "automatically" : "draft",
          reference: plan.reference,
          notes: plan.notes,
          taxPercent: formatPercent(plan.taxPpm),
          discount: formatDiscount({ ppm: plan.discountPpm, cents: plan.discountCents }),
          lines: lines.map((line) => ({
            lineId: null,
            itemId: line.itemId ?? "",
            description: line.description,
            quantity: formatQuantity(line.quantity),
            unitPrice: decimalOfCents(line.unitPriceCents),
            discount: formatDiscount({ ppm: line.discountPpm, cents: line.discountCents }),
            isTaxable: line.isTaxable,
            tax: line.typedTaxCents ? decimalOfCents(line.typedTaxCents) : "",
          })),
        }}
        {...choices}
        cancelHref={here}
      />
    </>
  );
}

/** What another rhythm means for a plan that has made something: no day of the past is made up by it. */
function changeWords({ made, due }: Awaited<ReturnType<typeof getPlan>>): string | undefined {
  if (made.length === 0) return undefined;
  const rest = "What was made stays. If you change how often or on which day, the new days count from today on.";
  if (due.length === 0) return rest;
  const waiting =
    due.length === 1
      ? "One invoice is due and not made yet: make it"
      : `${due.length} invoices are due and not made yet: make them`;
  return `${rest} ${waiting} before you change that.`;
}
