import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";
import {
  bodyCellClass,
  cardCellClass,
  cardFrame,
  cardPlaceClass,
  cardRowClass,
  footCellClass,
  headCellClass,
  tableClass,
  tableFrame,
} from "./table-class";

/**
 * The parts of a table that is written out by hand: statements, line items, short lists. Long lists are DataTable's.
 * `cards` turns rows into cards on phones, each cell named by its `label`; without it a wide table scrolls in its frame.
 */
export function Table({
  caption,
  cards,
  bare,
  children,
}: {
  caption: string;
  cards?: boolean;
  /** Without a frame, for a table within a card. */
  bare?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={cx(bare ? "relative overflow-x-auto xl:overflow-visible" : tableFrame, cards && cardFrame)}>
      <table
        data-cards={cards ? "" : undefined}
        data-bare={bare ? "" : undefined}
        className={cx(
          "group/table",
          tableClass,
          cards && "max-sm:block max-sm:[&_tbody]:block",
          cards && !bare && "max-sm:[&_tbody]:space-y-2",
        )}
      >
        <caption className="reader-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

/** The head of a table; on wide windows its cells stay in sight while the page scrolls. */
export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead className="group-data-cards/table:max-sm:hidden">
      <tr>{children}</tr>
    </thead>
  );
}

export function HeadCell({ numeric, className, ...rest }: ComponentProps<"th"> & { numeric?: boolean }) {
  return <th scope="col" className={cx(headCellClass, numeric && "text-right", className)} {...rest} />;
}

export function TableRow({ cards, className, ...rest }: ComponentProps<"tr"> & { cards?: boolean }) {
  return <tr className={cx("group/row", cards && cardRowClass, className)} {...rest} />;
}

export type CellProps = ComponentProps<"td"> & {
  numeric?: boolean;
  /** For cards: the word before the value; `title` and `figure` need none. */
  label?: string;
  place?: keyof typeof cardPlaceClass;
};

export function Cell({ numeric, label, place, className, ...rest }: CellProps) {
  return (
    <td
      data-label={label}
      className={cx(
        bodyCellClass,
        numeric && "text-right whitespace-nowrap tabular-nums",
        (label || place) && cardCellClass,
        (label || place) && cardPlaceClass[place ?? "line"],
        className,
      )}
      {...rest}
    />
  );
}

export function NumericCell(props: CellProps) {
  return <Cell numeric {...props} />;
}

/** The cell that names its row. */
export function RowHead({ className, place, ...rest }: ComponentProps<"th"> & { place?: keyof typeof cardPlaceClass }) {
  return (
    <th
      scope="row"
      className={cx(
        bodyCellClass,
        "text-left font-normal",
        place && cardCellClass,
        place && cardPlaceClass[place],
        className,
      )}
      {...rest}
    />
  );
}

/** Sums below the rows; on phones label and sum stand at the two ends of a line. */
export function TableFoot({ children }: { children: ReactNode }) {
  return (
    <tfoot className="group-data-cards/table:max-sm:block">
      <tr className="group-data-cards/table:max-sm:flex group-data-cards/table:max-sm:justify-between group-data-cards/table:max-sm:border-t group-data-cards/table:max-sm:border-border-strong group-data-cards/table:max-sm:gap-4">
        {children}
      </tr>
    </tfoot>
  );
}

export function FootCell({ numeric, className, ...rest }: ComponentProps<"td"> & { numeric?: boolean }) {
  return <td className={cx(footCellClass, numeric && "text-right whitespace-nowrap", className)} {...rest} />;
}
