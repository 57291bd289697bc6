import type { ReactNode } from "react";
import { entryHref, sourceHref } from "@/components/accounting/links";
import { Day } from "@/components/display/day";
import { Money } from "@/components/display/money";
import { Card } from "@/components/ui/card";
import { Cell, FootCell, HeadCell, NumericCell, Table, TableFoot, TableHead, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { allocationLabels } from "@/lib/payments/allocation-queries";
import type { BookedStep, SaidStep } from "@/lib/reconciliation/invoice-diagnosis";
import { allocationHref } from "../invoice-payments";

type Step = { key: string; on: string; what: ReactNode; amountCents: number; balanceCents: number };

/** The lines of the receivable account that name the invoice, in the order of their days. */
export function BookedSteps({ home, steps }: { home: string; steps: BookedStep[] }) {
  return (
    <Steps
      title="What the books say"
      caption="Entries on accounts receivable for this invoice"
      steps={steps.map((step) => ({
        key: `${step.entryId}${step.balanceCents}`,
        on: step.entryOn,
        what: (
          <>
            <TextLink href={sourceHref(home, step) ?? entryHref(home, step.entryId)}>{step.memo}</TextLink>
            <TextLink href={entryHref(home, step.entryId)} className="ml-2 text-sm whitespace-nowrap">
              {`Entry ${step.entryNumber}`}
            </TextLink>
          </>
        ),
        amountCents: step.amountCents,
        balanceCents: step.balanceCents,
      }))}
    />
  );
}

/** The invoice's own total and void, and what payments, credit, credit notes and the rest put on it and took back. */
export function SaidSteps({ home, steps }: { home: string; steps: SaidStep[] }) {
  return (
    <Steps
      title="What the documents say"
      caption="The invoice, its payments and credits"
      steps={steps.map((step, index) => {
        return {
          key: `${step.documentId}${index}`,
          on: step.on,
          what: (
            <TextLink
              href={
                step.source
                  ? allocationHref(home, { ...step, source: step.source })
                  : `${home}/invoices/${step.documentId}`
              }
            >
              {saidWord(step)}
            </TextLink>
          ),
          amountCents: step.amountCents,
          balanceCents: step.balanceCents,
        };
      })}
    />
  );
}

/** A refund takes back by its nature; everything else that does is undone. */
function saidWord({ what, source, documentNumber }: SaidStep): string {
  if (!source) return `${what === "voided" ? "Voided" : "Issued"} ${documentNumber}`;
  const word = [allocationLabels[source], documentNumber].filter(Boolean).join(" ");
  if (source === "refund") return what === "applied" ? `${word}, undone` : word;
  return what === "taken_back" ? `${word}, undone` : word;
}

function Steps({ title, caption, steps }: { title: string; caption: string; steps: Step[] }) {
  return (
    <Card title={title} flush>
      <Table caption={caption} bare cards>
        <TableHead>
          <HeadCell className="w-40">Date</HeadCell>
          <HeadCell>What</HeadCell>
          <HeadCell numeric className="w-36">
            Amount
          </HeadCell>
          <HeadCell numeric className="w-36">
            Balance
          </HeadCell>
        </TableHead>
        <tbody>
          {steps.map((step) => (
            <TableRow key={step.key} cards>
              <Cell label="On">
                <Day value={step.on} />
              </Cell>
              <Cell place="title">{step.what}</Cell>
              <NumericCell place="figure">
                <Money cents={step.amountCents} accounting />
              </NumericCell>
              <NumericCell label="Balance">
                <Money cents={step.balanceCents} accounting zero="–" />
              </NumericCell>
            </TableRow>
          ))}
        </tbody>
        <TableFoot>
          <FootCell colSpan={3}>Open</FootCell>
          <FootCell numeric>
            <Money cents={steps.at(-1)?.balanceCents ?? 0} currency accounting zero="–" />
          </FootCell>
        </TableFoot>
      </Table>
    </Card>
  );
}
