import { notFound } from "next/navigation";
import { AppShell } from "@/components/layout/app-shell";
import { AuthLayout } from "@/components/layout/auth-layout";
import { PageHeader } from "@/components/layout/page-header";
import { Kbd } from "@/components/ui/kbd";
import { Tabs } from "@/components/ui/tabs";
import { TextLink } from "@/components/ui/text-link";
import { env } from "@/lib/env";
import { one } from "@/lib/kernel/listing";
import { GalleryAccount, GallerySignIn } from "./account";
import { FormsView } from "./forms";
import { ListView } from "./list";
import { PartsView } from "./parts";
import { RecordView } from "./record";

export const metadata = { title: "Parts" };

const navigation = [
  {
    group: "",
    items: [
      { href: "/dev/ui", label: "Home", icon: "house" },
      { href: "/dev/ui?page=time", label: "Time", icon: "clock" },
    ],
  },
  {
    group: "Work",
    items: [
      { href: "/dev/ui?page=clients", label: "Clients", icon: "users" },
      { href: "/dev/ui?page=projects", label: "Projects", icon: "briefcase" },
      { href: "/dev/ui?page=catalog", label: "Services", icon: "package" },
    ],
  },
  {
    group: "Money",
    items: [
      { href: "/dev/ui?page=invoices", label: "Invoices", icon: "receipt-text" },
      { href: "/dev/ui?page=payments", label: "Payments", icon: "banknote" },
      { href: "/dev/ui?page=books", label: "Accounting", icon: "book-open" },
      { href: "/dev/ui?page=reports", label: "Reports", icon: "chart" },
    ],
  },
  { group: "Company", items: [{ href: "/dev/ui?page=settings", label: "Settings", icon: "settings" }] },
] satisfies Parameters<typeof AppShell>[0]["navigation"];

const views = ["parts", "list", "empty", "forms", "record", "auth"];

/** Every part in every state, for eyes and for the accessibility check. Not there in production. */
export default async function GalleryPage({ searchParams }: PageProps<"/dev/ui">) {
  if (!["development", "test"].includes(env().EZ360_PROFILE)) notFound();
  const params = await searchParams;
  const view = one(params.view) || "parts";
  if (view === "auth")
    return (
      <AuthLayout
        title="Sign in"
        description="Use the e-mail address of your account."
        footer={
          <>
            New here? <TextLink href="/dev/ui">Create an account</TextLink>
          </>
        }
      >
        <GallerySignIn />
      </AuthLayout>
    );
  return (
    <AppShell
      company={{ name: "Northwind Studio", slug: "northwind" }}
      companies={[{ name: "Harbor Lane Bookkeeping", href: "/dev/ui?company=harbor" }]}
      navigation={navigation}
      shortcuts={[
        { href: "/dev/ui", label: "Home", icon: "house" },
        { href: "/dev/ui?page=time", label: "Time", icon: "clock" },
        { href: "/dev/ui?page=invoices", label: "Invoices", icon: "receipt-text" },
      ]}
      create={[
        { href: "/dev/ui?page=invoices/new", label: "Invoice", icon: "receipt-text" },
        { href: "/dev/ui?page=clients/new", label: "Client", icon: "users" },
        { href: "/dev/ui?page=time/new", label: "Time entry", icon: "clock" },
      ]}
      user={{ name: "Dana Whitfield", email: "dana@northwind.example", role: "Owner" }}
      search={
        <p className="hidden items-center gap-2 text-sm text-text-subtle sm:flex">
          Search <Kbd>Ctrl</Kbd>
          <Kbd>K</Kbd>
        </p>
      }
      timer={<p className="text-sm font-medium tabular-nums">1:24:08</p>}
      account={<GalleryAccount />}
    >
      <PageHeader
        title={titles[view] ?? "Parts"}
        breadcrumbs={[{ label: "Home", href: "/dev/ui" }, { label: titles[view] ?? "Parts" }]}
        tabs={
          <Tabs
            label="Views"
            items={views.map((name) => ({
              label: name[0]?.toUpperCase() + name.slice(1),
              href: `/dev/ui?view=${name}`,
              current: name === view,
            }))}
          />
        }
      />
      {view === "list" ? <ListView params={params} /> : null}
      {view === "empty" ? <ListView params={params} empty /> : null}
      {view === "forms" ? <FormsView /> : null}
      {view === "record" ? <RecordView /> : null}
      {view === "parts" ? <PartsView /> : null}
    </AppShell>
  );
}

const titles: Record<string, string> = { list: "Invoices", forms: "New invoice", record: "Invoice INV-1042" };
