import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { enter } from "@/lib/doors/page";
import { isPlainDate } from "@/lib/kernel/dates";
import { listOpeningAccounts, listOpenings, usualOpeningDay } from "@/lib/ledger/opening";
import { postOpeningAction } from "./actions";
import { OpeningForm } from "./opening-form";
import { StandingOpening } from "./standing-opening";

export const metadata: Metadata = { title: "Opening balances" };

export default async function OpeningPage({ params, searchParams }: PageProps<"/c/[company]/accounting/opening">) {
  const scope = await enter(params, "opening.write");
  const { on } = await searchParams;
  const day = typeof on === "string" && isPlainDate(on) ? on : await usualOpeningDay(scope);
  const [accounts, openings] = await Promise.all([listOpeningAccounts(scope, day), listOpenings(scope)]);
  const standing = openings.find((one) => one.standing);
  const home = `/c/${scope.company.slug}`;
  return (
    <>
      <PageHeader
        title="Opening balances"
        description="What each account held in your earlier program at the end of a day. Enter open invoices first, each with its own date: receivables and client credit come from them."
        actions={
          standing ? null : (
            <LinkButton href={`${home}/accounting/opening/csv?on=${day}`} icon="download">
              CSV template
            </LinkButton>
          )
        }
      />
      {standing ? (
        <StandingOpening home={home} companyId={scope.company.id} opening={standing} />
      ) : (
        <OpeningForm
          action={postOpeningAction}
          companyId={scope.company.id}
          day={day}
          accounts={accounts}
          home={`${home}/accounting/opening`}
        />
      )}
    </>
  );
}
