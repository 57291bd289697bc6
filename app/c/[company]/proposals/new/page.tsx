import type { Metadata } from "next";
import { enter } from "@/lib/doors/page";
import { NewEstimate } from "../../estimates/compose-estimate";

export const metadata: Metadata = { title: "New proposal" };

export default async function NewProposalPage({ params, searchParams }: PageProps<"/c/[company]/proposals/new">) {
  const scope = await enter(
    params,
    "estimates.write",
    "clients.read",
    "projects.read",
    "catalog.read",
    "templates.read",
  );
  return <NewEstimate scope={scope} kind="proposal" query={await searchParams} />;
}
