import type { Metadata } from "next";
import { SavedNote } from "@/components/form/saved-note";
import { PageHeader } from "@/components/layout/page-header";
import { listNumberSeries } from "@/lib/companies/queries";
import { seriesLabels } from "@/lib/companies/series";
import { enter } from "@/lib/doors/page";
import { SeriesForm } from "./series-form";

export const metadata: Metadata = { title: "Numbering" };

export default async function NumberingPage({ params, searchParams }: PageProps<"/c/[company]/settings/numbering">) {
  const scope = await enter(params, "numbering.write");
  const { saved } = await searchParams;
  const all = await listNumberSeries(scope);
  return (
    <>
      <PageHeader
        title="Numbering"
        description="How new documents are numbered. Numbers already given stay as they are, and none is skipped."
      />
      {saved ? (
        <div className="mb-5">
          <SavedNote key={String(saved)} />
        </div>
      ) : null}
      <p className="mb-5 max-w-[70ch] text-text-muted">
        Write {"{SEQ}"} for the number, or {"{SEQ:5}"} for five digits. {"{YYYY}"}, {"{YY}"}, {"{MM}"} and {"{DD}"} are
        the day on which the number is given. Everything else is kept as typed.
      </p>
      <div className="grid max-w-5xl gap-5 lg:grid-cols-2">
        {all.map((series) => (
          <SeriesForm
            key={`${series.series}-${series.revision}`}
            companyId={scope.company.id}
            label={seriesLabels[series.series]}
            series={series}
            today={scope.today}
          />
        ))}
      </div>
    </>
  );
}
