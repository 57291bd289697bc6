import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import type { Column } from "@/components/ui/data-column";
import { DataTable } from "@/components/ui/data-table";
import { roleNames } from "@/lib/companies/invitation";
import { seatUsage } from "@/lib/companies/seats";
import { listTeam } from "@/lib/companies/team-queries";
import { enter } from "@/lib/doors/page";
import { isAtLeast } from "@/lib/kernel/roles";
import { SeatsNotice } from "../seats-notice";
import { InvitationList } from "./invitation-list";
import { SeatsFull, seatsLine } from "./seats-line";

export const metadata: Metadata = { title: "Team" };

const nameColumn: Column = { key: "name", label: "Name", kind: "text", phone: "title" };
const columns: Column[] = [
  { key: "role", label: "Role", kind: "text", phone: "line" },
  { key: "email", label: "E-mail", kind: "text", phone: "line" },
];
const rateColumn: Column = { key: "rate", label: "Rate per hour, USD", kind: "money", phone: "line" };
const statusColumn: Column = { key: "status", label: "Status", kind: "badge" };

/** Who works here. What an hour of each costs is for managers; who left, and who was invited, for admins. */
export default async function TeamPage({ params }: PageProps<"/c/[company]/team">) {
  const scope = await enter(params, "members.read");
  const [everybody, seats] = await Promise.all([listTeam(scope), seatUsage(scope)]);
  const edits = scope.can("members.write");
  const seesRates = isAtLeast(scope.member.role, "manager");
  const team = `/c/${scope.company.slug}/team`;
  return (
    <>
      <PageHeader
        title="Team"
        description={seatsLine(seats)}
        actions={
          scope.can("members.invite") ? (
            <LinkButton href={`${team}/invite`} variant="primary" icon="plus">
              Invite
            </LinkButton>
          ) : null
        }
      />
      <div className="space-y-6">
        {scope.can("billing.read") ? <SeatsNotice params={params} /> : null}
        {scope.can("members.invite") ? <SeatsFull seats={seats} slug={scope.company.slug} /> : null}
        <DataTable
          caption="Members"
          columns={[
            edits ? { ...nameColumn, kind: "link", hrefKey: "href" } : nameColumn,
            ...columns,
            ...(seesRates ? [rateColumn] : []),
            ...(edits ? [statusColumn] : []),
          ]}
          rows={everybody
            .filter((member) => edits || member.isActive)
            .map((member) => ({
              ...{ id: member.id, name: member.name, role: roleNames[member.role], email: member.email },
              ...(edits ? { href: `${team}/${member.id}` } : {}),
              ...(seesRates ? { rate: member.hourlyRateCents } : {}),
              ...(edits ? statusOf(member) : {}),
            }))}
          rowKey="id"
        />
        {scope.can("members.invite") ? <InvitationList params={params} /> : null}
      </div>
    </>
  );
}

function statusOf({ isActive }: { isActive: boolean }) {
  return isActive
    ? { status: "Active", status_tone: "success", status_icon: "circle-check" }
    : { status: "Deactivated", status_tone: "neutral", status_icon: "ban" };
}
