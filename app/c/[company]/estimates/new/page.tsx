import type { Metadata } from "next";
import { enter } from "@/lib/doors/page";
import { NewEstimate } from "../compose-estimate";

export const metadata: Metadata = { title: "New estimate" };

export default async function NewEstimatePage({ params, searchParams }: PageProps<"/c/[company]/estimates/new">) {
  const scope = await enter(
    params,
    "estimates.write",
    "clients.read",
    "projects.read",
    "catalog.read",
    "templates.read",
  );
  return <NewEstimate scope={scope} kind="estimate" query={await searchParams} />;
}
