import type { Metadata } from "next";
import { enter } from "@/lib/doors/page";
import { EstimateList } from "./estimate-list";

export const metadata: Metadata = { title: "Estimates" };

export default async function EstimatesPage({ params, searchParams }: PageProps<"/c/[company]/estimates">) {
  const scope = await enter(params, "estimates.read");
  return <EstimateList scope={scope} kind="estimate" query={await searchParams} />;
}
