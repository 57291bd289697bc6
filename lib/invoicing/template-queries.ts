import { and, asc, eq, ilike, type SQL, sql } from "drizzle-orm";
import { documentTemplates } from "@/db/schema";
import { boundedCount, containing, keysetPage, type Order } from "@/lib/access/keyset";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import type { DocumentTemplateId } from "@/lib/kernel/ids";
import type { ListRequest } from "@/lib/kernel/listing";
import { Refusal } from "@/lib/kernel/refusal";
import { type DocumentTexts, noTexts, type TemplateKind, templateKinds } from "./document-template";

export const templateSorts = ["name"] as const;
export const templateFilters = ["kind", "status"] as const;

type TemplateList = ListRequest<(typeof templateSorts)[number], (typeof templateFilters)[number]>;

const byName: Order = { by: sql`lower(${documentTemplates.name})`, id: documentTemplates.id, type: "text" };

export function listTemplates(scope: Scope<"templates.read">, request: TemplateList) {
  return scope.read(async (db) => {
    const where = and(owned(scope, documentTemplates), matching(request));
    const page = await keysetPage(request, byName, where, ({ where: slice, orderBy, limit }) =>
      db
        .select({
          id: documentTemplates.id,
          sortKey: sql<string>`${byName.by}`,
          kind: documentTemplates.kind,
          name: documentTemplates.name,
          isDefault: documentTemplates.isDefault,
          isActive: documentTemplates.isActive,
        })
        .from(documentTemplates)
        .where(slice)
        .orderBy(...orderBy)
        .limit(limit),
    );
    return { ...page, total: await boundedCount(db, sql`${documentTemplates} where ${where}`) };
  });
}

export async function getTemplate(scope: Scope<"templates.read">, templateId: DocumentTemplateId) {
  const [template] = await scope.read((db) =>
    db
      .select()
      .from(documentTemplates)
      .where(and(owned(scope, documentTemplates), eq(documentTemplates.id, templateId))),
  );
  if (!template) throw new Refusal("not_found");
  return template;
}

/** For the composer's picker: the active ones of a kind by name, with their texts. */
export function listTemplateChoices(scope: Scope<"templates.read">, kind: TemplateKind) {
  return scope.read((db) =>
    db
      .select({
        id: documentTemplates.id,
        name: documentTemplates.name,
        headerText: documentTemplates.headerText,
        footerText: documentTemplates.footerText,
        terms: documentTemplates.terms,
        notes: documentTemplates.notes,
        isDefault: documentTemplates.isDefault,
      })
      .from(documentTemplates)
      .where(
        and(owned(scope, documentTemplates), eq(documentTemplates.kind, kind), eq(documentTemplates.isActive, true)),
      )
      .orderBy(asc(byName.by)),
  );
}

/** What a new document of this kind begins with. */
export function defaultTexts(choices: (DocumentTexts & { isDefault: boolean })[]): DocumentTexts {
  const { headerText, footerText, terms, notes } = choices.find(({ isDefault }) => isDefault) ?? noTexts;
  return { headerText, footerText, terms, notes };
}

function matching({ search, filters }: TemplateList): SQL | undefined {
  const kind = templateKinds.find((one) => one === filters.kind);
  return and(
    search ? ilike(documentTemplates.name, containing(search)) : undefined,
    kind ? eq(documentTemplates.kind, kind) : undefined,
    filters.status === "inactive" ? eq(documentTemplates.isActive, false) : undefined,
    filters.status !== "inactive" && filters.status !== "all" ? eq(documentTemplates.isActive, true) : undefined,
  );
}
