import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { emailLinkStanding } from "@/lib/doors/my-email";
import { one, type SearchParams } from "@/lib/kernel/listing";
import { confirmNewEmailByLink } from "../../actions";

/** The token stays here; see the page of the sign-up's link. */
export const metadata: Metadata = {
  title: "Confirm the new address",
  robots: { index: false, follow: false },
  referrer: "same-origin",
};

/** Opening it confirms nothing: mail programs open every link to look behind it. */
export default async function EmailLinkPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const token = one((await searchParams).token);
  const standing = await emailLinkStanding(token);
  return (
    <>
      <PageHeader title="Confirm the new address" breadcrumbs={[{ label: "Address", href: "/account/email" }]} />
      {"over" in standing ? (
        <div className="space-y-4">
          <p className="max-w-[65ch] text-text-muted">{standing.over}</p>
          <LinkButton href="/account/email">Go to your address</LinkButton>
        </div>
      ) : (
        <Form action={confirmNewEmailByLink} inline className="space-y-4">
          <p className="max-w-[65ch] text-text-muted">
            From now on you sign in with <strong className="font-medium break-all text-text">{standing.address}</strong>
            .
          </p>
          <HiddenField name="token" value={token} />
          <Submit pendingText="Confirming…">Confirm</Submit>
        </Form>
      )}
    </>
  );
}
