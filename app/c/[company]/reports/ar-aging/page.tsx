import type { Metadata } from "next";
import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import { enter } from "@/lib/doors/page";
import { formatDay } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { isId } from "@/lib/kernel/ids";
import { isolate } from "@/lib/kernel/isolate";
import { listRequest, one } from "@/lib/kernel/listing";
import { bucketLabels, isAgeBucket } from "@/lib/reports/age-buckets";
import { listAgedInvoices } from "@/lib/reports/aged-invoices";
import { arAging } from "@/lib/reports/ar-aging";
import { askedDay, dayPresets } from "@/lib/reports/report-days";
import { queryOf, ReportHead } from "../report-head";
import { AgedInvoices } from "./aged-invoices";
import { AgingTable } from "./aging-table";

export const metadata: Metadata = { title: "A/R aging" };

export default async function ArAgingPage(props: PageProps<"/c/[company]/reports/ar-aging">) {
  const scope = await enter(props.params, "reports.read");
  const query = await props.searchParams;
  const { asOf, troubles } = askedDay(query, scope.today);
  const home = `/c/${scope.company.slug}`;
  const here = `${home}/reports/ar-aging`;
  const bucketText = one(query.bucket);
  const bucket = isAgeBucket(bucketText) ? bucketText : null;
  const clientId = isId("client", query.client) ? query.client : null;
  const isCell = bucket !== null || clientId !== null || one(query.all) === "1";
  const [aging, cell] = await Promise.all([
    arAging(scope, { asOf }),
    isCell
      ? listAgedInvoices(scope, { asOf, clientId, bucket }, listRequest(query, { sorts: ["due"], defaultSort: "due" }))
      : null,
  ]);
  const { control } = aging;
  const clientName = aging.clients.find((client) => client.clientId === clientId)?.clientName;
  return (
    <>
      <ReportHead
        title="A/R aging"
        company={scope.company.name}
        days={`Open invoices by days past due, as of ${formatDay(asOf)}`}
        action={here}
        csvHref={`${here}/csv?${queryOf({ asOf })}`}
        inputs={[{ name: "asOf", label: "As of", value: asOf }]}
        presets={dayPresets(scope.today).map(({ label, days }) => ({ label, query: queryOf(days) }))}
        troubles={troubles}
      />
      <div className="space-y-6">
        {cell ? (
          <AgedInvoices
            home={home}
            query={query}
            cell={cell}
            what={`${clientName ? isolate(clientName) : "All clients"}, ${bucket ? bucketLabels[bucket].toLowerCase() : "all ages"}`}
            backHref={`${here}?${queryOf({ asOf })}`}
          />
        ) : null}
        <AgingTable aging={aging} hrefOf={(cellOf) => `${here}?${queryOf({ asOf, ...cellOf })}`} />
        <Banner kind={control.differenceCents === 0 ? "success" : "danger"}>
          {control.differenceCents === 0 ? "Ties to " : `Differs by ${formatDollars(control.differenceCents)} from `}
          <TextLink href={`${home}/reports/general-ledger?${queryOf({ account: control.accountId, to: asOf })}`}>
            {`${control.code} ${control.name}`}
          </TextLink>
          {`: ${formatDollars(control.balanceCents)} in the ledger.`}
        </Banner>
      </div>
    </>
  );
}
