import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthLayout } from "@/components/layout/auth-layout";
import { Badge } from "@/components/ui/badge";
import { Button, LinkButton } from "@/components/ui/button";
import { mySeats } from "@/lib/doors/page";
import { isWorking } from "@/lib/kernel/company-access";
import { signOut } from "../(auth)/actions";

export const metadata: Metadata = { title: "Your companies" };

export default async function CompaniesPage() {
  const seats = await mySeats();
  const [only] = seats;
  if (only && seats.length === 1) redirect(`/c/${only.company.slug}`);
  return (
    <AuthLayout
      title="Your companies"
      description={seats.length === 0 ? "You are in no company yet." : "Choose where to work."}
      footer={
        <div className="flex flex-wrap gap-2">
          <LinkButton href="/account/security" icon="shield-check">
            Your account
          </LinkButton>
          <LinkButton href="/companies/new" icon="plus">
            Create a company
          </LinkButton>
          <form action={signOut}>
            <Button type="submit" icon="log-out">
              Sign out
            </Button>
          </form>
        </div>
      }
    >
      <ul className="space-y-2">
        {seats.map(({ company, member }) => (
          <li key={company.id}>
            <a
              href={`/c/${company.slug}`}
              className="flex min-h-14 items-center justify-between gap-4 rounded-lg border border-border bg-surface px-4 shadow-1 hover:border-border-strong"
            >
              <span className="min-w-0 truncate font-medium">{company.name}</span>
              <span className="flex items-center gap-2 text-sm text-text-muted">
                {isWorking(company.access) ? null : (
                  <Badge icon="lock">{company.access.state === "suspended" ? "Suspended" : "Locked"}</Badge>
                )}
                <span className="capitalize">{member.role}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </AuthLayout>
  );
}
