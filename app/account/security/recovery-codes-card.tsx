import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";

/** So few that new ones are due. */
const few = 3;

export function RecoveryCodesCard({ left }: { left: number }) {
  return (
    <Card
      title="Recovery codes"
      actions={
        <Badge tone={left > few ? "neutral" : "warning"}>{left === 1 ? "1 code left" : `${left} codes left`}</Badge>
      }
    >
      <p className="max-w-[65ch] text-pretty text-text-muted">
        Each of them signs you in once in place of the app, for the day on which the phone is lost.
        {left > few ? null : " Few are left: make new ones."}
      </p>
      <div className="mt-4">
        <LinkButton href="/account/security/recovery-codes">Make new codes</LinkButton>
      </div>
    </Card>
  );
}
