import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { Tabs } from "@/components/ui/tabs";

const tabs = [
  { label: "Security", href: "/account/security" },
  { label: "Password", href: "/account/password" },
  { label: "Address", href: "/account/email" },
];

/** The head of the account's main pages; the page's title is the name of its tab. */
export function AccountHead({
  title,
  description,
}: {
  title: "Security" | "Password" | "Address";
  description?: ReactNode;
}) {
  return (
    <PageHeader
      title={title}
      description={description}
      tabs={<Tabs label="Your account" items={tabs.map((tab) => ({ ...tab, current: tab.label === title }))} />}
    />
  );
}
