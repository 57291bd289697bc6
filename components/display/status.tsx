import { Badge } from "@/components/ui/badge";
import { type StatusKind, statusLook } from "./status-words";

/** A status as tone, icon and word; `word` says more, such as “Overdue 12 days”. */
export function Status({ of, status, word }: { of: StatusKind; status: string; word?: string }) {
  const look = statusLook(of, status);
  return (
    <Badge tone={look.tone} icon={look.icon} struck={look.struck}>
      {word ?? look.word}
    </Badge>
  );
}
