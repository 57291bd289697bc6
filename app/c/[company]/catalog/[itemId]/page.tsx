import type { Metadata } from "next";
import { Status } from "@/components/display/status";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { PageHeader } from "@/components/layout/page-header";
import { getItem } from "@/lib/catalog/queries";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import type { CatalogItemId } from "@/lib/kernel/ids";
import { listProjectsOfItem } from "@/lib/time/item-projects";
import { activateItemAction, deactivateItemAction, updateItemAction } from "../actions";
import { ItemForm } from "../item-form";
import { ItemProjects } from "./item-projects";

export const metadata: Metadata = { title: "Edit item" };

export default async function ItemPage({ params }: PageProps<"/c/[company]/catalog/[itemId]">) {
  const scope = await enter(params, "catalog.write", "catalog.read");
  const item = await orNotFound(getItem(scope, idOf("catalogItem", (await params).itemId)));
  const projects = item.kind === "service" && scope.can("time.approve") ? await projectsOf(params, item.id) : null;
  const home = `/c/${scope.company.slug}`;
  const base = `${home}/catalog`;
  return (
    <>
      <PageHeader
        title={item.name}
        breadcrumbs={[{ label: "Services and products", href: base }]}
        status={item.isActive ? null : <Status of="account" status="inactive" />}
        actions={
          <Form action={item.isActive ? deactivateItemAction : activateItemAction} companyId={scope.company.id} inline>
            <HiddenField name="itemId" value={item.id} />
            <Submit variant="secondary" icon={item.isActive ? "circle-slash" : "undo"}>
              {item.isActive ? "Deactivate" : "Activate"}
            </Submit>
          </Form>
        }
      />
      <div className="max-w-3xl space-y-5">
        <ItemForm
          key={item.revision}
          action={updateItemAction}
          companyId={scope.company.id}
          item={item}
          cancelHref={base}
        />
        {projects ? <ItemProjects home={home} projects={projects} /> : null}
      </div>
    </>
  );
}

/** Where everybody's time went is for whoever approves it. */
async function projectsOf(params: Promise<{ company: string }>, itemId: CatalogItemId) {
  return listProjectsOfItem(await enter(params, "time.approve"), itemId);
}
