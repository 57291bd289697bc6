import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Cell, HeadCell, RowHead, Table, TableHead, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Scope } from "@/lib/access/scope";
import { type Offender, type Verdict, verifyBooks } from "@/lib/reconciliation/verify-books";

/** Asks every invariant, and draws the answers by area. */
export async function Proof({ scope, home }: { scope: Scope<"books.verify">; home: string }) {
  const verdicts = await verifyBooks(scope);
  const broken = verdicts.filter((verdict) => !verdict.ok);
  const areas = [...new Set(verdicts.map((verdict) => verdict.area))];
  const all = broken.length === 0;
  return (
    <>
      <Banner
        kind={all ? "success" : "danger"}
        title={all ? `All ${verdicts.length} hold` : `${broken.length} of ${verdicts.length} do not hold`}
      >
        {all
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
      {verdict.rows.length > 0 ? <Offenders home={home} verdict={verdict} /> : null}
    </li>
  );
}

/** The rows that break it: the record, what it should say, what it says. */
function Offenders({ home, verdict: { title, rows, count } }: { home: string; verdict: Verdict }) {
  return (
    <div className="mt-3 -mx-4">
      <Table caption={title} bare cards>
        <TableHead>
          <HeadCell>Record</HeadCell>
          <HeadCell>Expected</HeadCell>
          <HeadCell>Found</HeadCell>
        </TableHead>
        <tbody>
          {rows.map((row) => (
            <TableRow key={`${row.id} ${row.label} ${row.found}`} cards>
              <RowHead place="title">
                <OffenderLink home={home} row={row} />
              </RowHead>
              <Cell label="Expected">{row.expected}</Cell>
              <Cell label="Found">{row.found}</Cell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      {count > rows.length ? (
        <p className="px-4 pt-2 text-sm text-text-muted">{`The first ${rows.length} of ${count}.`}</p>
      ) : null}
    </div>
  );
}

const places: Record<string, string> = {
  inv: "/invoices/",
  pay: "/payments/",
  je: "/accounting/journal/",
  cli: "/clients/",
  prj: "/projects/",
  tim: "/time/",
  per: "/accounting/periods/",
  acc: "/reports/general-ledger?account=",
};

/** To the record itself where it has a page. */
function OffenderLink({ home, row }: { home: string; row: Offender }) {
  const place = places[row.id.split("_")[0] ?? ""];
  return place ? <TextLink href={`${home}${place}${row.id}`}>{row.label}</TextLink> : row.label;
}
