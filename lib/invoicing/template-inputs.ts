import { z } from "zod";
import { checkbox, idField, optionalText, revisionField, textField } from "@/lib/kernel/fields";
import { templateKinds } from "./document-template";

const texts = {
  name: textField("a name", { max: 100 }),
  headerText: optionalText("a header", { max: 4_000 }),
  footerText: optionalText("a footer", { max: 4_000 }),
  terms: optionalText("terms", { max: 8_000 }),
  notes: optionalText("notes", { max: 4_000 }),
  isDefault: checkbox(),
};

export const newTemplateInput = z.object({
  kind: z.enum(templateKinds, { error: "Choose what the template is for." }),
  ...texts,
});

export const editTemplateInput = z.object({
  templateId: idField("documentTemplate", "a template"),
  revision: revisionField(),
  ...texts,
  isActive: checkbox(),
});

export type NewTemplateInput = z.output<typeof newTemplateInput>;
export type EditTemplateInput = z.output<typeof editTemplateInput>;
