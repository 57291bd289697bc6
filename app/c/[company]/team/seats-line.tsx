import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import type { SeatUsage } from "@/lib/companies/seats";

/** “5 of 10 seats are taken: 4 members and 1 open invitation.” */
export function seatsLine({ members, invited, allowed }: SeatUsage): string {
  const people = `${members} ${members === 1 ? "member" : "members"}`;
  const open = invited === 0 ? "" : ` and ${invited} open ${invited === 1 ? "invitation" : "invitations"}`;
  return `${members + invited} of ${allowed} ${allowed === 1 ? "seat" : "seats"} taken: ${people}${open}.`;
}

/** No dead end: what makes room, and where. */
export function SeatsFull({ seats: { members, invited, allowed }, slug }: { seats: SeatUsage; slug: string }) {
  // more people than seats is told by a notice of its own
  if (members + invited < allowed || members > allowed) return null;
  return (
    <Banner
      kind="warning"
      title="All seats are taken"
      actions={
        <LinkButton href={`/c/${slug}/plan`} size="sm">
          See the plan
        </LinkButton>
      }
    >
      Nobody else can be invited until there is room: with a larger plan, or once a member is deactivated or an open
      invitation is revoked.
    </Banner>
  );
}
