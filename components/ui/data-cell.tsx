"use client";

import type { ReactNode } from "react";
import { Day } from "@/components/display/day";
import { Minutes } from "@/components/display/minutes";
import { Money } from "@/components/display/money";
import { Percent, Quantity } from "@/components/display/quantity";
import { formatCents } from "@/lib/kernel/decimal-text";
import { Badge } from "./badge";
import type { Column, Row } from "./data-column";
import type { IconName } from "./icon";
import type { Tone } from "./tone";

/** One value as its column says; null where there is none, so that the cell stays empty. */
export function drawCell(column: Column, row: Row): ReactNode {
  const value = row[column.key] ?? null;
  const sub = column.subKey ? row[column.subKey] : null;
  if (value === null || value === "") return sub ? <SubLine>{sub}</SubLine> : null;
  const drawn = drawValue(column, row, value);
  if (sub === null || sub === undefined || sub === "") return drawn;
  return (
    <>
      {drawn}
      <SubLine>{sub}</SubLine>
    </>
  );
}

export function drawValue(column: Column, row: Row, value: string | number): ReactNode {
  switch (column.kind) {
    case "money":
      return Number(value) >= 0 ? formatCents(Number(value)) : <Money cents={Number(value)} />;
    case "date":
      return <Day value={String(value)} />;
    case "minutes":
      return <Minutes value={Number(value)} />;
    case "quantity":
      return <Quantity value={Number(value)} />;
    case "percent":
      return <Percent ppm={Number(value)} />;
    case "number":
      return <span className="tabular-nums">{Number(value).toLocaleString("en-US")}</span>;
    case "badge":
      return <BadgeCell column={column} row={row} word={String(value)} />;
    case "link":
      return <LinkCell href={row[column.hrefKey ?? "href"]} text={String(value)} />;
    default:
      return String(value);
  }
}

/** A number or a short name stays on one line; hyphens would break it. */
const shortText = 18;

function LinkCell({ href, text }: { href: string | number | null | undefined; text: string }) {
  if (!href) return text;
  return (
    <a href={String(href)} className={text.length <= shortText ? "t-link whitespace-nowrap" : "t-link"}>
      {text}
    </a>
  );
}

function BadgeCell({ column, row, word }: { column: Column; row: Row; word: string }) {
  const tone = row[column.toneKey ?? `${column.key}_tone`] as Tone | null | undefined;
  const icon = row[column.iconKey ?? `${column.key}_icon`] as IconName | null | undefined;
  return (
    <Badge tone={tone ?? "neutral"} icon={icon ?? undefined} struck={icon === "ban"}>
      {word}
    </Badge>
  );
}

function SubLine({ children }: { children: ReactNode }) {
  return <span className="t-sub">{children}</span>;
}
