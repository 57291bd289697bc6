import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { getEstimate } from "@/lib/invoicing/estimate-queries";
import { EditEstimate } from "../../compose-estimate";

export const metadata: Metadata = { title: "Edit estimate" };

export default async function EditEstimatePage({ params }: PageProps<"/c/[company]/estimates/[estimateId]/edit">) {
  const scope = await enter(
    params,
    ...([
      "estimates.write",
      "estimates.read",
      "clients.read",
      "projects.read",
      "catalog.read",
      "templates.read",
    ] as const),
  );
  const record = await orNotFound(getEstimate(scope, idOf("estimate", (await params).estimateId)));
  const { id, kind, status } = record.estimate;
  if (status !== "draft" || kind !== "estimate") redirect(`/c/${scope.company.slug}/${kind}s/${id}` as Route);
  return <EditEstimate scope={scope} record={record} />;
}
