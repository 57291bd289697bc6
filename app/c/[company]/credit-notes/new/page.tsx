import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { one } from "@/lib/kernel/listing";
import { getCreditable } from "@/lib/payments/credit-note-queries";
import { draftCreditNoteAction } from "../actions";
import { CreditNoteForm } from "../credit-note-form";
import { ChooseInvoice } from "./choose-invoice";

export const metadata: Metadata = { title: "New credit note" };

/** Of one invoice, `?invoice=`; without it the person is led to choose one. */
export default async function NewCreditNotePage({ params, searchParams }: PageProps<"/c/[company]/credit-notes/new">) {
  const scope = await enter(params, "credit_notes.write", "credit_notes.read", "invoices.read");
  const home = `/c/${scope.company.slug}`;
  const base = { label: "Credit notes", href: `${home}/credit-notes` };
  const query = await searchParams;
  const wanted = one(query.invoice);
  if (wanted === "")
    return (
      <>
        <PageHeader title="New credit note" breadcrumbs={[base]} description="Choose the invoice to credit." />
        <ChooseInvoice scope={scope} home={home} query={query} />
      </>
    );
  const of = await orNotFound(getCreditable(scope, idOf("invoice", wanted)));
  const { invoice, client, left, openCents } = of;
  const here = `${home}/invoices/${invoice.id}`;
  const why = notCreditable(of);
  return (
    <>
      <PageHeader
        title={`Credit note for ${invoice.number ?? "a draft"}`}
        breadcrumbs={[base]}
        description={
          <>
            <bdi>{client.name}</bdi>
            {` · ${formatDollars(invoice.totalCents)} in total, ${formatDollars(openCents)} open, ${formatDollars(left.totalCents)} left to credit`}
          </>
        }
      />
      {why ? (
        <Banner actions={<LinkButton href={here}>To the invoice</LinkButton>}>{why}</Banner>
      ) : (
        <CreditNoteForm
          action={draftCreditNoteAction}
          companyId={scope.company.id}
          today={scope.today}
          of={of}
          cancelHref={here}
        />
      )}
    </>
  );
}

function notCreditable({ invoice, left }: Awaited<ReturnType<typeof getCreditable>>): string | null {
  if (invoice.status === "draft")
    return "This invoice is a draft: it can still be changed, so there is nothing to credit.";
  if (invoice.status === "void") return "This invoice is void: nothing of it is left to credit.";
  if (invoice.kind === "deposit")
    return "A deposit is not earned yet, so there is no revenue to take back. Refund its payment and void it instead.";
  if (left.subtotalCents + left.taxCents === 0) return "All of this invoice has been credited already.";
  if (left.totalCents === 0) return "What was not credited of this invoice was written off. Undo the write-off first.";
  return null;
}
