import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { getBill } from "@/lib/expenses/bill-queries";
import { formatCents, formatQuantity } from "@/lib/kernel/decimal-text";
import { updateBillAction } from "../../actions";
import { BillForm } from "../../bill-form";
import { billChoices } from "../../choices";

export const metadata: Metadata = { title: "Edit bill" };

export default async function EditBillPage({ params }: PageProps<"/c/[company]/bills/[billId]/edit">) {
  const scope = await enter(params, "bills.write", "bills.read", "vendors.read", "projects.read");
  const { bill, vendorName, lines } = await orNotFound(getBill(scope, idOf("bill", (await params).billId)));
  if (bill.status !== "draft") notFound();
  const choices = await billChoices(scope, {
    vendors: [[bill.vendorId, vendorName]],
    projects: lines.flatMap((line) => (line.projectId ? [[line.projectId, line.projectLabel ?? ""]] : [])),
  });
  const base = `/c/${scope.company.slug}/bills`;
  return (
    <>
      <PageHeader
        title="Edit bill"
        breadcrumbs={[
          { label: "Bills", href: base },
          { label: "Draft", href: `${base}/${bill.id}` },
        ]}
      />
      <BillForm
        key={bill.revision}
        action={updateBillAction}
        companyId={scope.company.id}
        {...choices}
        bill={{
          ...bill,
          tax: bill.taxCents > 0 ? formatCents(bill.taxCents) : "",
          lines: lines.map((line) => ({
            description: line.description,
            quantity: formatQuantity(line.quantity),
            unitPrice: formatCents(line.unitPriceCents),
            accountId: line.accountId,
            projectId: line.projectId ?? "",
          })),
        }}
        start={{ vendorId: bill.vendorId, billedOn: bill.billedOn, dueOn: bill.dueOn }}
        cancelHref={`${base}/${bill.id}`}
      />
    </>
  );
}
