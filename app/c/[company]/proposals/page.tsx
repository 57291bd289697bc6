import type { Metadata } from "next";
import { enter } from "@/lib/doors/page";
import { EstimateList } from "../estimates/estimate-list";

export const metadata: Metadata = { title: "Proposals" };

export default async function ProposalsPage({ params, searchParams }: PageProps<"/c/[company]/proposals">) {
  const scope = await enter(params, "estimates.read");
  return <EstimateList scope={scope} kind="proposal" query={await searchParams} />;
}
