import { entryHref, sourceHref } from "@/components/accounting/links";
import { Day } from "@/components/display/day";
import { Money } from "@/components/display/money";
import { Cell, HeadCell, NumericCell, Table, TableHead, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { isolate } from "@/lib/kernel/isolate";
import type { GeneralLedger } from "@/lib/reports/general-ledger";

type Line = GeneralLedger["lines"][number];

/** The lines, the opening before the first and the closing after the last; each leads to its entry and its document. */
export function LedgerTable({ home, ledger, caption }: { home: string; ledger: GeneralLedger; caption: string }) {
  return (
    <Table caption={`General ledger, ${caption}`} cards>
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
          <LineRow key={`${line.entryId}${line.lineNo}`} home={home} line={line} named={ledger.account === null} />
        ))}
        {ledger.next ? null : <Standing label="Closing balance" cents={ledger.closingCents} />}
      </tbody>
    </Table>
  );
}

/** `named` for a ledger of several accounts, whose lines say which they are on. */
function LineRow({ home, line, named }: { home: string; line: Line; named: boolean }) {
  const source = sourceHref(home, line);
  const client = line.clientName && named ? `, ${isolate(line.clientName)}` : (line.clientName ?? "");
  const about = named ? `${line.accountCode} ${isolate(line.accountName)}${client}` : client;
  return (
    <TableRow cards>
      <Cell label="On" className="whitespace-nowrap">
        <Day value={line.entryOn} />
      </Cell>
      <Cell label="Entry">
        <TextLink href={entryHref(home, line.entryId)}>{`#${line.entryNumber}`}</TextLink>
      </Cell>
      <Cell place="title">
        {source ? <TextLink href={source}>{line.memo}</TextLink> : line.memo}
        {about ? <span className="t-sub text-text-muted">{about}</span> : null}
      </Cell>
      <NumericCell label="Debit" place={line.amountCents > 0 ? "figure" : "none"}>
        <Money cents={Math.max(line.amountCents, 0)} zero="–" />
      </NumericCell>
      <NumericCell label="Credit" place={line.amountCents < 0 ? "figure" : "none"}>
        <span className="hidden max-sm:inline">Credit </span>
        <Money cents={Math.max(0 - line.amountCents, 0)} zero="–" />
      </NumericCell>
      <NumericCell label="Balance">
        <Money cents={line.balanceCents} accounting zero="–" />
      </NumericCell>
    </TableRow>
  );
}

function Standing({ label, cents }: { label: string; cents: number }) {
  return (
    <TableRow cards className="font-semibold">
      <Cell place="title" colSpan={5}>
        {label}
      </Cell>
      <NumericCell place="figure">
        <Money cents={cents} accounting zero="–" />
      </NumericCell>
    </TableRow>
  );
}
