import { Day } from "@/components/display/day";
import { Status } from "@/components/display/status";
import { Timeline } from "@/components/display/timeline";
import { PageHeader } from "@/components/layout/page-header";
import { AsideLayout } from "@/components/ui/aside-layout";
import type { Scope } from "@/lib/access/scope";
import { listTimeline } from "@/lib/events/queries";
import { kindWords } from "@/lib/invoicing/estimate";
import type { getEstimate } from "@/lib/invoicing/estimate-queries";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { DocumentPaper } from "../invoices/document-paper";
import { BehindEstimate } from "./behind-estimate";
import { ClientsAnswer } from "./clients-answer";
import { EstimateActions } from "./estimate-actions";
import { EstimateLock } from "./estimate-lock";
import { projectOf } from "./estimate-project";
import { InvoiceAccepted } from "./invoice-accepted";

type EstimateRecord = Awaited<ReturnType<typeof getEstimate>>;

/** An estimate or proposal with what can be done with it, what became of it, and its paper. */
export async function EstimateRecordPage({
  scope,
  record,
}: {
  scope: Scope<"estimates.read">;
  record: EstimateRecord;
}) {
  const { estimate, client, standing } = record;
  const { plural, path } = kindWords[estimate.kind];
  const home = `/c/${scope.company.slug}`;
  const facts = await listTimeline(scope, { subjectId: estimate.id });
  const mayAnswer = estimate.status === "sent" && scope.can("estimates.send");
  const mayInvoice = estimate.status === "accepted" && scope.can("estimates.write") && scope.can("invoices.write");
  return (
    <>
      <PageHeader
        title={estimate.number ?? `Draft for ${client.name}`}
        screenOnly={standing !== "withdrawn" && standing !== "declined"}
        breadcrumbs={[{ label: plural, href: `${home}${path}` }]}
        status={<Status of="estimate" status={standing} />}
        description={
          <>
            <bdi>{client.name}</bdi>
            {` · ${formatDollars(estimate.totalCents)}`}
          </>
        }
        actions={<EstimateActions scope={scope} home={home} record={record} />}
      />
      <AsideLayout
        aside={
          <>
            {mayInvoice ? <InvoiceAccepted companyId={scope.company.id} record={record} /> : null}
            <BehindEstimate home={home} record={record} />
            <Timeline facts={facts} timeZone={scope.company.timeZone} />
          </>
        }
      >
        <div className="space-y-6 empty:hidden print:hidden">
          {estimate.status === "draft" ? null : <EstimateLock record={record} timeZone={scope.company.timeZone} />}
          {mayAnswer ? (
            <ClientsAnswer companyId={scope.company.id} today={scope.today} estimate={estimate} standing={standing} />
          ) : null}
        </div>
        <EstimatePaper record={record} />
      </AsideLayout>
    </>
  );
}

/** Once sent, with the parties as they were then. */
function EstimatePaper({ record }: { record: EstimateRecord }) {
  const { estimate, client, company, lines } = record;
  const project = projectOf(record);
  const { word } = kindWords[estimate.kind];
  return (
    <DocumentPaper
      from={estimate.issuedByParty ?? company}
      to={estimate.billedToParty ?? client}
      toLabel="Prepared for"
      facts={[
        { term: word, value: <span className="font-semibold">{estimate.number ?? "Draft"}</span> },
        { term: "Date", value: <Day value={estimate.issuedOn} /> },
        { term: "Valid until", value: <Day value={estimate.validUntil} /> },
        ...(project ? [{ term: "Project", value: <bdi>{project.label}</bdi> }] : []),
        ...(estimate.reference ? [{ term: "Your reference", value: estimate.reference }] : []),
      ]}
      document={estimate}
      lines={lines}
    />
  );
}
