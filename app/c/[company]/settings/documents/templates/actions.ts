"use server";

import { action } from "@/lib/doors/action";
import { createTemplate, updateTemplate } from "@/lib/invoicing/save-template";
import { editTemplateInput, newTemplateInput } from "@/lib/invoicing/template-inputs";

export const createTemplateAction = action({
  name: "templates.create",
  can: "templates.write",
  input: newTemplateInput,
  run: createTemplate,
  leadsTo: () => "/settings/documents/templates",
});

export const updateTemplateAction = action({
  name: "templates.update",
  can: "templates.write",
  input: editTemplateInput,
  run: updateTemplate,
  leadsTo: () => "/settings/documents/templates",
});
