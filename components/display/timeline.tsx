import { Card } from "@/components/ui/card";
import { Moment } from "./moment";

type Fact = { id: string; happenedAt: Date; actor: string; summary: string };

/** What happened here, newest first: the same facts as the audit log. */
export function Timeline({ facts, timeZone, title = "Activity" }: { facts: Fact[]; timeZone: string; title?: string }) {
  return (
    <Card title={title} className="print:hidden">
      {facts.length === 0 ? (
        <p className="text-text-muted">Nothing has happened yet.</p>
      ) : (
        <ol className="space-y-4">
          {facts.map((fact) => (
            <li key={fact.id} className="relative border-l-2 border-border pl-4">
              <p className="break-words">{fact.summary}</p>
              <p className="mt-0.5 text-sm text-text-muted">
                {fact.actor} · <Moment at={fact.happenedAt} timeZone={timeZone} />
              </p>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
