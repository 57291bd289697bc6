import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { getEstimate } from "@/lib/invoicing/estimate-queries";
import { EstimateRecordPage } from "../estimate-record";

export const metadata: Metadata = { title: "Estimate" };

export default async function EstimatePage({ params }: PageProps<"/c/[company]/estimates/[estimateId]">) {
  const scope = await enter(params, "estimates.read");
  const record = await orNotFound(getEstimate(scope, idOf("estimate", (await params).estimateId)));
  const { id, kind } = record.estimate;
  if (kind !== "estimate") redirect(`/c/${scope.company.slug}/proposals/${id}` as Route);
  return <EstimateRecordPage scope={scope} record={record} />;
}
