import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Icon, type IconName } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import type { CheckPoint } from "@/lib/reconciliation/close-checklist";

type Standing = { word: string; tone: Tone; icon: IconName };

const clear: Standing = { word: "In order", tone: "success", icon: "circle-check" };
const blocks: Standing = { word: "Blocks", tone: "danger", icon: "circle-x" };
const warns: Standing = { word: "Review", tone: "warning", icon: "triangle-alert" };

export function standingOf({ severity, count }: Pick<CheckPoint, "severity" | "count">): Standing {
  if (count === 0) return clear;
  return severity === "block" ? blocks : warns;
}

/** Each point leads to the very rows that it counted. */
export function Checklist({ home, points }: { home: string; points: CheckPoint[] }) {
  return (
    <Card title="Before the close" description={summaryOf(points)} flush>
      <ol className="divide-y divide-border border-t border-border">
        {points.map((point) => (
          <Point key={point.key} point={point} home={home} />
        ))}
      </ol>
    </Card>
  );
}

function Point({ point, home }: { point: CheckPoint; home: string }) {
  const standing = standingOf(point);
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] gap-x-3 gap-y-1 px-4 py-3.5">
      <Icon name={standing.icon} className={`mt-0.5 size-5 ${markClass[standing.tone]}`} />
      <div className="min-w-0">
        <p className="font-medium">{point.title}</p>
        <p className="mt-0.5 max-w-[60ch] text-sm text-pretty text-text-muted">{point.explanation}</p>
      </div>
      <div className="flex flex-col items-end gap-1 text-right">
        {point.count === 0 ? (
          <span className="text-sm text-text-muted">{point.settled}</span>
        ) : (
          <Badge tone={standing.tone} icon={standing.icon}>
            {standing.word}
          </Badge>
        )}
        {point.count === 0 ? null : point.path ? (
          <TextLink href={`${home}${point.path}`} className="text-sm tabular-nums">
            Open {point.count.toLocaleString("en-US")}
            <span className="reader-only"> of “{point.title}”</span>
          </TextLink>
        ) : (
          <span className="text-sm text-text-muted tabular-nums">{point.count.toLocaleString("en-US")}</span>
        )}
      </div>
    </li>
  );
}

const markClass: Partial<Record<Tone, string>> = {
  success: "text-success-fg",
  warning: "text-warning-fg",
  danger: "text-danger-fg",
};

function summaryOf(points: CheckPoint[]): string {
  const standing = points.filter((point) => point.count > 0);
  const blocking = standing.filter((point) => point.severity === "block").length;
  const judged = standing.length - blocking;
  if (standing.length === 0) return "Everything is in order. Computed just now.";
  const parts = [
    blocking > 0 ? `${blocking} ${blocking === 1 ? "point blocks" : "points block"} the close` : null,
    judged > 0 ? `${judged} ${judged === 1 ? "needs" : "need"} your review` : null,
  ];
  return `${parts.filter(Boolean).join(", ")}. Computed just now; it is computed again at the close.`;
}
