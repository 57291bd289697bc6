import { Figure } from "@/components/reports/figure";
import { FootCell, NumericCell, RowHead, Table, TableRow } from "@/components/ui/table";
import type { StatementSection } from "@/lib/reports/statement";

export type Sum = { label: string; cents: number; href: string };
export type Block = { title: string; section: StatementSection; extras?: Sum[]; total: Sum };

/** A statement: sections of accounts, totals below; each figure is the way to its lines. */
export function StatementTable(props: {
  caption: string;
  blocks: Block[];
  foot: Sum;
  hrefOf: (accountId: string) => string;
}) {
  const { caption, blocks, foot, hrefOf } = props;
  return (
    <div className="max-w-3xl">
      <Table caption={caption}>
        {blocks.map((block) => (
          <tbody key={block.title}>
            <tr>
              <th scope="rowgroup" colSpan={2} className="px-4 pt-5 pb-1.5 text-left font-semibold print:px-1.5">
                {block.title}
              </th>
            </tr>
            {block.section.lines.map((line) => (
              <TableRow key={line.accountId}>
                <RowHead>
                  <span className="mr-3 text-text-muted tabular-nums">{line.code}</span>
                  {line.name}
                </RowHead>
                <NumericCell>
                  <Figure cents={line.amountCents} href={hrefOf(line.accountId)} />
                </NumericCell>
              </TableRow>
            ))}
            {(block.extras ?? []).map((extra) => (
              <TableRow key={extra.label}>
                <RowHead>{extra.label}</RowHead>
                <NumericCell>
                  <Figure cents={extra.cents} href={extra.href} />
                </NumericCell>
              </TableRow>
            ))}
            <SumRow sum={block.total} />
          </tbody>
        ))}
        <tfoot>
          <SumRow sum={foot} last />
        </tfoot>
      </Table>
    </div>
  );
}

/** Ruled above as on paper; the last sum of all below too. */
function SumRow({ sum, last }: { sum: Sum; last?: boolean }) {
  const rule = last ? "border-t-3 border-double" : undefined;
  return (
    <tr>
      <FootCell className={rule}>{sum.label}</FootCell>
      <FootCell numeric className={rule}>
        <Figure cents={sum.cents} href={sum.href} />
      </FootCell>
    </tr>
  );
}
