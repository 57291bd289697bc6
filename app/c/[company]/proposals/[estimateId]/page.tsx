import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { getEstimate } from "@/lib/invoicing/estimate-queries";
import { EstimateRecordPage } from "../../estimates/estimate-record";

export const metadata: Metadata = { title: "Proposal" };

export default async function ProposalPage({ params }: PageProps<"/c/[company]/proposals/[estimateId]">) {
  const scope = await enter(params, "estimates.read");
  const record = await orNotFound(getEstimate(scope, idOf("estimate", (await params).estimateId)));
  const { id, kind } = record.estimate;
  if (kind !== "proposal") redirect(`/c/${scope.company.slug}/estimates/${id}` as Route);
  return <EstimateRecordPage scope={scope} record={record} />;
}
