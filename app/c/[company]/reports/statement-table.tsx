import { Money } from "@/components/display/money";
import { Cell, Table, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { StatementSection } from "@/lib/reports/statement";

export type Extra = { label: string; cents: number; strong?: boolean; href?: string };
export type Block = {
  title: string;
  section: StatementSection;
  extras?: Extra[];
  total: Extra;
};

/** A statement: sections of accounts, each figure the way to its lines; totals below. */
export function StatementTable(props: {
  caption: string;
  blocks: Block[];
  foot: Extra;
  hrefOf: (accountId: string) => string;
}) {
  const { caption, blocks, foot, hrefOf } = props;
  return (
    <div className="max-w-3xl">
      <Table caption={caption}>
        {blocks.map((block) => (
          <tbody key={block.title}>
            <TableRow>
              <th scope="colgroup" colSpan={2} className="px-3 pt-5 pb-1.5 text-left font-semibold">
                {block.title}
              </th>
            </TableRow>
            {block.section.lines.map((line) => (
              <TableRow key={line.accountId}>
                <Cell>
                  <span className="mr-3 text-text-muted tabular-nums">{line.code}</span>
                  {line.name}
                </Cell>
                <Cell numeric>
                  <TextLink href={hrefOf(line.accountId)}>
                    <Money cents={line.amountCents} accounting zero="–" />
                  </TextLink>
                </Cell>
              </TableRow>
            ))}
            {(block.extras ?? []).map((extra) => (
              <Sum key={extra.label} extra={extra} />
            ))}
            <Sum extra={{ ...block.total, strong: true }} />
          </tbody>
        ))}
        <tfoot>
          <Sum extra={{ ...foot, strong: true }} />
        </tfoot>
      </Table>
    </div>
  );
}

function Sum({ extra }: { extra: Extra }) {
  const amount = <Money cents={extra.cents} accounting zero="–" />;
  return (
    <TableRow className={extra.strong ? "border-t border-border-strong font-semibold" : undefined}>
      <Cell>{extra.label}</Cell>
      <Cell numeric>{extra.href ? <TextLink href={extra.href}>{amount}</TextLink> : amount}</Cell>
    </TableRow>
  );
}
