import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import type { Column } from "@/components/ui/data-column";
import { DataTable } from "@/components/ui/data-table";
import { listMembers } from "@/lib/companies/queries";
import { enter } from "@/lib/doors/page";
import { isAtLeast, type Role } from "@/lib/kernel/roles";
import { SeatsNotice } from "../seats-notice";

export const metadata: Metadata = { title: "Team" };

const roleWords: Record<Role, string> = { staff: "Staff", manager: "Manager", admin: "Admin", owner: "Owner" };

const nameColumn: Column = { key: "name", label: "Name", kind: "text", phone: "title" };
const columns: Column[] = [
  { key: "role", label: "Role", kind: "text", phone: "line" },
  { key: "email", label: "E-mail", kind: "text", phone: "line" },
];
const rateColumn: Column = { key: "rate", label: "Rate per hour, USD", kind: "money", phone: "line" };

/** Who works here. What an hour of each costs is for managers. */
export default async function TeamPage({ params }: PageProps<"/c/[company]/team">) {
  const scope = await enter(params, "members.read");
  const members = await listMembers(scope);
  const edits = scope.can("members.write");
  const seesRates = isAtLeast(scope.member.role, "manager");
  return (
    <>
      <PageHeader
        title="Team"
        description={`${members.length} ${members.length === 1 ? "member" : "members"} of ${scope.company.name}.`}
      />
      {scope.can("billing.read") ? <SeatsNotice params={params} /> : null}
      <DataTable
        caption="Members"
        columns={[
          edits ? { ...nameColumn, kind: "link", hrefKey: "href" } : nameColumn,
          ...columns,
          ...(seesRates ? [rateColumn] : []),
        ]}
        rows={members.map((member) => ({
          id: member.id,
          name: member.name,
          role: roleWords[member.role],
          ...(edits ? { href: `/c/${scope.company.slug}/team/${member.id}` } : {}),
          email: member.email,
          ...(seesRates ? { rate: member.hourlyRateCents } : {}),
        }))}
        rowKey="id"
      />
    </>
  );
}
