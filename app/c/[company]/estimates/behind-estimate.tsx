import { Money } from "@/components/display/money";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { TextLink } from "@/components/ui/text-link";
import type { getEstimate } from "@/lib/invoicing/estimate-queries";
import { projectOf } from "./estimate-project";

/** For whom it is, and the invoices that came of it. */
export function BehindEstimate(props: { home: string; record: Awaited<ReturnType<typeof getEstimate>> }) {
  const { home, record } = props;
  const { client, invoices } = record;
  const project = projectOf(record);
  return (
    <Card title="Belongs to" className="print:hidden">
      <DescriptionList
        layout="lines"
        items={[
          {
            term: "Client",
            value: (
              <TextLink href={`${home}/clients/${client.id}`}>
                <bdi>{client.name}</bdi>
              </TextLink>
            ),
          },
          ...(project
            ? [{ term: "Project", value: <TextLink href={`${home}/projects/${project.id}`}>{project.label}</TextLink> }]
            : []),
          ...invoices.map((invoice) => ({
            term: invoice.kind === "deposit" ? "Deposit invoice" : "Invoice",
            value: (
              <>
                <TextLink href={`${home}/invoices/${invoice.id}`}>{invoice.number ?? "Draft"}</TextLink>{" "}
                <Money cents={invoice.totalCents} />
              </>
            ),
          })),
        ]}
      />
    </Card>
  );
}
