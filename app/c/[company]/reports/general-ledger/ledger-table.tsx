import { Day } from "@/components/display/day";
import { Money } from "@/components/display/money";
import { Cell, HeadCell, Table, TableHead, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { GeneralLedger } from "@/lib/reports/general-ledger";

/** The lines with opening before and closing after them; each leads to its entry, and a document's to the document. */
export function LedgerTable({ home, ledger, caption }: { home: string; ledger: GeneralLedger; caption: string }) {
  return (
    <Table caption={`General ledger, ${caption}`}>
      <TableHead>
        <HeadCell>Date</HeadCell>
        <HeadCell>Entry</HeadCell>
        <HeadCell>Memo</HeadCell>
        <HeadCell numeric>Debit</HeadCell>
        <HeadCell numeric>Credit</HeadCell>
        <HeadCell numeric>Balance</HeadCell>
      </TableHead>
      <tbody>
        {ledger.previous ? null : <Standing label="Opening balance" cents={ledger.openingCents} />}
        {ledger.lines.map((line) => (
          <TableRow key={`${line.entryId}${line.lineNo}`}>
            <Cell className="whitespace-nowrap">
              <Day value={line.entryOn} />
            </Cell>
            <Cell>
              <TextLink href={`${home}/accounting/journal/${line.entryId}`}>{`#${line.entryNumber}`}</TextLink>
            </Cell>
            <Cell>
              {ledger.account ? null : (
                <span className="text-text-muted">{`${line.accountCode} ${line.accountName} · `}</span>
              )}
              {line.sourceType.startsWith("invoice") ? (
                <TextLink href={`${home}/invoices/${line.sourceId}`}>{line.memo}</TextLink>
              ) : line.sourceType.startsWith("payment") ? (
                <TextLink href={`${home}/payments/${line.sourceId}`}>{line.memo}</TextLink>
              ) : (
                line.memo
              )}
              {line.clientName ? <span className="block text-sm text-text-muted">{line.clientName}</span> : null}
            </Cell>
            <Cell numeric>
              <Money cents={Math.max(line.amountCents, 0)} zero="–" />
            </Cell>
            <Cell numeric>
              <Money cents={Math.max(0 - line.amountCents, 0)} zero="–" />
            </Cell>
            <Cell numeric>
              <Money cents={line.balanceCents} accounting />
            </Cell>
          </TableRow>
        ))}
      </tbody>
      <tfoot>
        <Standing label="Movement" cents={ledger.movementCents} />
        <Standing label="Closing balance" cents={ledger.closingCents} />
      </tfoot>
    </Table>
  );
}

function Standing({ label, cents }: { label: string; cents: number }) {
  return (
    <TableRow className="border-t border-border-strong font-semibold">
      <Cell colSpan={5}>{label}</Cell>
      <Cell numeric>
        <Money cents={cents} accounting />
      </Cell>
    </TableRow>
  );
}
