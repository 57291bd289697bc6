import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";
import type { PhonePlace } from "./data-column";
import { partClass } from "./table-part";

/**
 * The parts of a table that is written out by hand: statements, line items, short lists. Long lists are DataTable's.
 * `cards` turns rows into cards on phones, each cell named by its `label`; without it a wide table scrolls in its frame.
 */
export function Table({
  caption,
  cards,
  bare,
  wide,
  children,
}: {
  caption: string;
  cards?: boolean;
  /** Of so many columns that it scrolls in its frame on wide windows too. */
  wide?: boolean;
  /** Without a frame, for a table within a card. */
  bare?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={cx(bare ? "t-bare-frame" : "t-frame", cards && "t-cards", wide && "t-wide")}>
      <table className="t-table" data-cards={cards ? "" : undefined} data-bare={bare ? "" : undefined}>
        <caption className="reader-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

/** The head of a table; on wide windows its cells stay in sight while the page scrolls. */
export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead>
      <tr>{children}</tr>
    </thead>
  );
}

export function HeadCell({ numeric, className, ...rest }: ComponentProps<"th"> & { numeric?: boolean }) {
  return <th scope="col" className={cx("t-head", numeric && "t-end", className)} {...rest} />;
}

export function TableRow({ cards, className, ...rest }: ComponentProps<"tr"> & { cards?: boolean }) {
  return <tr className={cx("t-row", cards && "t-card", className)} {...rest} />;
}

export type CellProps = ComponentProps<"td"> & {
  numeric?: boolean;
  /** For cards: the word before the value; `title` and `figure` need none. */
  label?: string;
  place?: PhonePlace;
};

export function Cell({ numeric, label, place, className, ...rest }: CellProps) {
  return (
    <td
      data-label={label}
      className={cx("t-cell", numeric && "t-figures", (label || place) && partClass[place ?? "line"], className)}
      {...rest}
    />
  );
}

export function NumericCell(props: CellProps) {
  return <Cell numeric {...props} />;
}

/** The cell that names its row. */
export function RowHead({ className, place, ...rest }: ComponentProps<"th"> & { place?: PhonePlace }) {
  return <th scope="row" className={cx("t-cell font-normal", place && partClass[place], className)} {...rest} />;
}

/** Sums below the rows; on phones label and sum stand at the two ends of a line. */
export function TableFoot({ children }: { children: ReactNode }) {
  return (
    <tfoot>
      <tr className="t-sums">{children}</tr>
    </tfoot>
  );
}

export function FootCell({ numeric, className, ...rest }: ComponentProps<"td"> & { numeric?: boolean }) {
  return <td className={cx("t-foot", numeric && "t-figures", className)} {...rest} />;
}
