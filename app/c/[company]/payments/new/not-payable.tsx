import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";

const words = {
  draft: { title: "This invoice is a draft", why: "Issue it first; until then nobody owes anything on it." },
  void: { title: "This invoice is void", why: "Nothing is owed on it. Record the payment for another invoice." },
  came_in: { title: "This payment came in already", why: "It is recorded once; see it for where it went." },
};

/** Drafts, void invoices and payments that came in take no money: says why, and where to go on. */
export function NotPayable({ what, href }: { what: keyof typeof words; href: string }) {
  return (
    <Banner
      kind="lock"
      title={words[what].title}
      actions={<LinkButton href={href}>{what === "came_in" ? "Open payment" : "Open invoice"}</LinkButton>}
    >
      {words[what].why}
    </Banner>
  );
}
