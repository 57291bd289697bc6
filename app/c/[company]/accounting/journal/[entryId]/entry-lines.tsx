import { ledgerHref } from "@/components/accounting/links";
import { Money } from "@/components/display/money";
import { Card } from "@/components/ui/card";
import {
  Cell,
  FootCell,
  HeadCell,
  NumericCell,
  RowHead,
  Table,
  TableFoot,
  TableHead,
  TableRow,
} from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { PlainDate } from "@/lib/kernel/dates";
import type { getEntry } from "@/lib/ledger/queries";

type Line = Awaited<ReturnType<typeof getEntry>>["lines"][number];

/** Debits and credits side by side, with whom and what they are about. */
export function EntryLines(props: { home: string; title?: string; entryOn: PlainDate; lines: Line[] }) {
  const { home, title = "Lines", entryOn, lines } = props;
  const debits = lines.reduce((sum, line) => sum + Math.max(line.amountCents, 0), 0);
  return (
    <Card title={title} flush>
      <Table caption="Lines of the entry" bare cards>
        <TableHead>
          <HeadCell>Account</HeadCell>
          <HeadCell>About</HeadCell>
          <HeadCell numeric className="w-36">
            Debit, USD
          </HeadCell>
          <HeadCell numeric className="w-36">
            Credit, USD
          </HeadCell>
        </TableHead>
        <tbody>
          {lines.map((line) => (
            <TableRow key={line.lineNo} cards>
              <RowHead place="title">
                <TextLink href={ledgerHref(home, line.accountId, { from: entryOn, to: entryOn })}>
                  {line.code} {line.name}
                </TextLink>
                {line.memo ? <span className="t-sub text-text-muted">{line.memo}</span> : null}
              </RowHead>
              <Cell place="line" className="max-sm:basis-full max-sm:before:content-none">
                <About home={home} line={line} />
              </Cell>
              <NumericCell label="Debit">
                {line.amountCents > 0 ? <Money cents={line.amountCents} /> : null}
              </NumericCell>
              <NumericCell label="Credit">
                {line.amountCents < 0 ? <Money cents={0 - line.amountCents} /> : null}
              </NumericCell>
            </TableRow>
          ))}
        </tbody>
        <TableFoot>
          <FootCell colSpan={2}>Total</FootCell>
          <FootCell numeric>
            <Money cents={debits} />
          </FootCell>
          <FootCell numeric>
            <Money cents={debits} />
          </FootCell>
        </TableFoot>
      </Table>
    </Card>
  );
}

function About({ home, line }: { home: string; line: Line }) {
  const links = [
    line.clientId && { href: `${home}/clients/${line.clientId}`, text: line.clientName ?? "Client" },
    line.projectId && { href: `${home}/projects/${line.projectId}`, text: line.projectName ?? "Project" },
    line.invoiceId && { href: `${home}/invoices/${line.invoiceId}`, text: line.invoiceNumber ?? "Invoice" },
    line.billId && { href: `${home}/bills/${line.billId}`, text: line.billNumber ?? "Bill" },
  ].flatMap((link) => link || []);
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1 text-sm empty:hidden">
      {links.map((link) => (
        <TextLink key={link.href} href={link.href}>
          {link.text}
        </TextLink>
      ))}
    </span>
  );
}
