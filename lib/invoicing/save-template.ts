import { and, eq, ne } from "drizzle-orm";
import { violatedConstraint } from "@/db/refusals";
import { documentTemplates } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { changesOf } from "@/lib/events/changes";
import { record } from "@/lib/events/record";
import { type DocumentTemplateId, newId } from "@/lib/kernel/ids";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import type { TemplateKind } from "./document-template";
import type { EditTemplateInput, NewTemplateInput } from "./template-inputs";

/** Texts for new documents of a kind. The default is what a new document begins with; there is one of each kind. */
export async function createTemplate(work: Work<"templates.write">, input: NewTemplateInput) {
  const templateId = newId("documentTemplate");
  if (input.isDefault) await clearDefault(work, input.kind, templateId);
  await work.db
    .insert(documentTemplates)
    .values({ companyId: work.company.id, id: templateId, ...input })
    .catch(refuseTakenName);
  record(work, "template.created", templateId, { summary: `Template ${input.name} was created` });
  return { templateId };
}

/** Documents that exist keep their words. One that is not active is no default. Refuses `stale`. */
export async function updateTemplate(work: Work<"templates.write">, input: EditTemplateInput) {
  const { templateId, revision, ...typed } = input;
  const [before] = await work.db
    .select()
    .from(documentTemplates)
    .where(and(owned(work, documentTemplates), eq(documentTemplates.id, templateId)))
    .for("update");
  if (!before) throw new Refusal("not_found");
  if (before.revision !== revision) throw new Refusal("stale");
  const after = { ...typed, isDefault: typed.isDefault && typed.isActive };
  if (after.isDefault) await clearDefault(work, before.kind, templateId);
  await work.db
    .update(documentTemplates)
    .set({ ...after, revision: revision + 1 })
    .where(and(owned(work, documentTemplates), eq(documentTemplates.id, templateId)))
    .catch(refuseTakenName);
  record(work, "template.updated", templateId, {
    summary: `Template ${after.name} was changed`,
    facts: changesOf(before, after),
  });
  return { templateId };
}

async function clearDefault(work: Work, kind: TemplateKind, but: DocumentTemplateId): Promise<void> {
  await work.db
    .update(documentTemplates)
    .set({ isDefault: false })
    .where(
      and(
        owned(work, documentTemplates),
        eq(documentTemplates.kind, kind),
        eq(documentTemplates.isDefault, true),
        ne(documentTemplates.id, but),
      ),
    );
}

/** Names differ within a kind in more than their case; of two new defaults at one instant, one has to try again. */
function refuseTakenName(error: unknown): never {
  const hurt = violatedConstraint(error);
  if (hurt === "document_templates_name_key") throw refuseField("name", "name_taken", { what: "A template" });
  if (hurt === "document_templates_default_key") throw new Refusal("busy");
  throw error;
}
