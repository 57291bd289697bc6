import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { isPermission, type Permission, planFor } from "@/lib/access/permissions";
import { listMembers } from "@/lib/companies/queries";
import { enter } from "@/lib/doors/page";
import { one } from "@/lib/kernel/listing";
import { planNames } from "@/lib/kernel/plans";
import { isAtLeast } from "@/lib/kernel/roles";

export const metadata: Metadata = { title: "Plan" };

const features: Partial<Record<Permission, string>> = {
  "time.approve": "Time approvals",
  "accounting.read": "The accounts and the journal",
  "accounts.write": "The accounts and the journal",
  "journal.write": "The accounts and the journal",
  "periods.read": "Closing of periods",
  "periods.close": "Closing of periods",
  "periods.reopen": "Closing of periods",
  "books.verify": "The proof of the books",
  "reports.read": "Financial reports",
  "reports.advanced": "Cash flow, utilization, job costing and project profitability",
};

/** Which plan the company has, and where a locked door led here, which plan opens it and who can change it. */
export default async function PlanPage({ params, searchParams }: PageProps<"/c/[company]/plan">) {
  const scope = await enter(params, "company.read", "members.read");
  const asked = one((await searchParams).for);
  const right = isPermission(asked) && !scope.can(asked) ? asked : null;
  const deciders = (await listMembers(scope)).filter((member) => isAtLeast(member.role, "admin"));
  const feature = right ? (features[right] ?? "This feature") : null;
  return (
    <>
      <PageHeader
        title={right ? `Not in the plan ${planNames[scope.company.plan]}` : "Plan"}
        description={
          right
            ? `${feature}: with the plan ${planNames[planFor(right)]} and above. What you enter is kept in full on every plan, and is all there once the plan is changed.`
            : "What the company has subscribed to."
        }
      />
      <Card className="max-w-3xl">
        <DescriptionList
          layout="lines"
          items={[
            { term: "Plan now", value: planNames[scope.company.plan] },
            ...(right ? [{ term: "Plan that opens it", value: planNames[planFor(right)] }] : []),
            { term: "Who can change it", value: deciders.map((member) => member.name).join(", ") },
          ]}
        />
      </Card>
    </>
  );
}
