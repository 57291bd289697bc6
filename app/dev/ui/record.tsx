import { Day } from "@/components/display/day";
import { Money } from "@/components/display/money";
import { Status } from "@/components/display/status";
import { Banner } from "@/components/ui/banner";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Fold } from "@/components/ui/fold";
import { Menu } from "@/components/ui/menu";
import { Cell, FootCell, HeadCell, NumericCell, Table, TableFoot, TableHead, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";

const lines = [
  { what: "Design, October", quantity: "24.5", rate: 15_000, amount: 367_500 },
  { what: "Development, October", quantity: "8", rate: 16_500, amount: 132_000 },
  { what: "Courtesy discount", quantity: "1", rate: -18_250, amount: -18_250 },
];

export function RecordView() {
  return (
    <div className="space-y-6">
      <Banner
        kind="lock"
        title="Issued on Oct 28, 2026 and locked"
        actions={<LinkButton href="/dev/ui">Duplicate</LinkButton>}
      >
        Its number and amounts stay as they are. It can be paid, voided or credited.
      </Banner>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Card
          title="Lines"
          flush
          actions={
            <Menu
              label="More actions"
              entries={[
                { kind: "link", label: "Download CSV", href: "/dev/ui", icon: "download" },
                { kind: "separator" },
                { kind: "submit", label: "Void invoice…", form: "none", icon: "ban", danger: true },
              ]}
            />
          }
        >
          <Table caption="Lines of the invoice" bare cards>
            <TableHead>
              <HeadCell>Description</HeadCell>
              <HeadCell numeric>Quantity</HeadCell>
              <HeadCell numeric>Rate, USD</HeadCell>
              <HeadCell numeric>Amount, USD</HeadCell>
            </TableHead>
            <tbody>
              {lines.map((line) => (
                <TableRow key={line.what} cards>
                  <Cell place="title">{line.what}</Cell>
                  <NumericCell label="Quantity">{line.quantity}</NumericCell>
                  <NumericCell label="Rate">
                    <Money cents={line.rate} />
                  </NumericCell>
                  <NumericCell place="figure">
                    <Money cents={line.amount} />
                  </NumericCell>
                </TableRow>
              ))}
            </tbody>
            <TableFoot>
              <FootCell colSpan={3}>Total</FootCell>
              <FootCell numeric>
                <Money cents={481_250} currency />
              </FootCell>
            </TableFoot>
          </Table>
        </Card>
        <Card
          title="Summary"
          actions={<Status of="invoice" status="partly_paid" />}
          footer="Last changed by Dana, Nov 3, 2026"
        >
          <DescriptionList
            layout="lines"
            items={[
              { term: "Client", value: <TextLink href="/dev/ui">Alder & Pike Architects</TextLink> },
              { term: "Due", value: <Day value="2026-11-27" /> },
              { term: "Total", value: <Money cents={481_250} currency />, numeric: true },
              { term: "Paid", value: <Money cents={-200_000} currency />, numeric: true },
              { term: "Balance", value: <Money cents={281_250} currency />, numeric: true },
            ]}
          />
          <Button variant="primary" className="mt-4 w-full">
            Record payment
          </Button>
          <Fold title="Void this invoice…" className="mt-4">
            <p className="mt-3 text-text-muted">What is rare stays folded away until it is wanted.</p>
          </Fold>
        </Card>
      </div>
    </div>
  );
}
