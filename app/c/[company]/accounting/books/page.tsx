import type { Metadata } from "next";
import { Suspense } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { TableSkeleton } from "@/components/ui/skeleton";
import { enter } from "@/lib/doors/page";
import { Proof } from "./proof";

export const metadata: Metadata = { title: "Proof of the books" };

export default async function BooksPage({ params }: PageProps<"/c/[company]/accounting/books">) {
  const scope = await enter(params, "books.verify");
  const home = `/c/${scope.company.slug}`;
  return (
    <>
      <PageHeader
        title="Proof of the books"
        description="What must always hold, computed from every record at this moment. Nothing here is stored or repaired."
        actions={
          <LinkButton href={`${home}/accounting/books`} icon="shield-check">
            Prove again
          </LinkButton>
        }
      />
      <div className="max-w-4xl space-y-6">
        <Suspense fallback={<TableSkeleton rows={12} />}>
          <Proof scope={scope} home={home} />
        </Suspense>
      </div>
    </>
  );
}
