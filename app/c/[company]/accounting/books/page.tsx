import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { enter } from "@/lib/doors/page";
import { type Offender, type Verdict, verifyBooks } from "@/lib/reconciliation/verify-books";

export const metadata: Metadata = { title: "Proof of the books" };

export default async function BooksPage({ params }: PageProps<"/c/[company]/accounting/books">) {
  const scope = await enter(params, "books.verify");
  const verdicts = await verifyBooks(scope);
  const broken = verdicts.filter((verdict) => !verdict.ok);
  const areas = [...new Set(verdicts.map((verdict) => verdict.area))];
  const home = `/c/${scope.company.slug}`;
  return (
    <>
      <PageHeader
        title="Proof of the books"
        description="What must always hold, computed from every record at this moment. Nothing here is stored or repaired."
      />
      <div className="max-w-4xl space-y-6">
        <Banner
          kind={broken.length === 0 ? "success" : "danger"}
          title={
            broken.length === 0 ? `All ${verdicts.length} hold` : `${broken.length} of ${verdicts.length} do not hold`
          }
        >
          {broken.length === 0
            ? "Journal, documents, subledgers and numbers agree to the cent."
            : "Open what is marked below. Until it is explained, no period can be closed."}
        </Banner>
        {areas.map((area) => (
          <Card key={area} title={area} flush>
            <ul className="divide-y divide-border border-t border-border">
              {verdicts
                .filter((verdict) => verdict.area === area)
                .map((verdict) => (
                  <Invariant key={verdict.key} home={home} verdict={verdict} />
                ))}
            </ul>
          </Card>
        ))}
      </div>
    </>
  );
}

function Invariant({ home, verdict }: { home: string; verdict: Verdict }) {
  return (
    <li className="px-4 py-3">
      <div className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <h3 className="font-medium">{verdict.title}</h3>
          <p className="mt-0.5 max-w-[70ch] text-sm text-pretty text-text-muted">{verdict.explanation}</p>
        </div>
        <Badge tone={verdict.ok ? "success" : "danger"}>{verdict.ok ? "Holds" : `${verdict.count} differ`}</Badge>
      </div>
      {verdict.rows.length > 0 ? (
        <ul className="mt-3 space-y-1 text-sm">
          {verdict.rows.map((row) => (
            <li key={`${row.kind}${row.id}${row.found}`}>
              <OffenderLink home={home} row={row} />: expected {row.expected}, found {row.found}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

/** To the record itself where it has a page. */
function OffenderLink({ home, row }: { home: string; row: Offender }) {
  const places = {
    inv: "invoices",
    pay: "payments",
    je: "accounting/journal",
    cli: "clients",
    prj: "projects",
    tim: "time",
  };
  const place = places[row.id.split("_")[0] as keyof typeof places];
  return place ? <TextLink href={`${home}/${place}/${row.id}`}>{row.label}</TextLink> : <span>{row.label}</span>;
}
