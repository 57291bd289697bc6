import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";

/** Drafts and void invoices take no money: says why, and where to go on. */
export function NotPayable({ status, href }: { status: "draft" | "void"; href: string }) {
  return (
    <Banner
      kind="lock"
      title={status === "draft" ? "This invoice is a draft" : "This invoice is void"}
      actions={<LinkButton href={href}>Open invoice</LinkButton>}
    >
      {status === "draft"
        ? "Issue it first; until then nobody owes anything on it."
        : "Nothing is owed on it. Record the payment for another invoice."}
    </Banner>
  );
}
