import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import type { CompanyFigures } from "./company-figures";

/** The way to the first payment, computed from what is there; gone once it has been walked. */
export function GettingStarted({ home, has }: { home: string; has: CompanyFigures["owed"]["has"] }) {
  const steps = [
    { done: has.client, text: "Add your first client", href: `${home}/clients/new` },
    { done: has.project, text: "Start a project for it", href: `${home}/projects/new` },
    { done: has.time, text: "Record time", href: `${home}/time/new` },
    { done: has.invoice, text: "Issue an invoice", href: `${home}/invoices/new` },
    { done: has.payment, text: "Record its payment", href: `${home}/payments/new` },
  ];
  const done = steps.filter((step) => step.done).length;
  if (done === steps.length) return null;
  return (
    <Card title="Getting started" description={`${done} of ${steps.length} done`}>
      <ol className="space-y-2">
        {steps.map((step) => (
          <li key={step.text} className="flex items-center gap-2.5">
            <Icon
              name={step.done ? "circle-check" : "circle"}
              className={`size-4 ${step.done ? "text-success-fg" : "text-text-subtle"}`}
            />
            {step.done ? (
              <span className="text-text-muted">
                {step.text}
                <span className="reader-only">: done</span>
              </span>
            ) : (
              <TextLink href={step.href}>{step.text}</TextLink>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
