"use client";

import { useRef } from "react";
import { useFormContext } from "@/components/form/form-context";
import { NativeSelect } from "@/components/form/select-field";
import { TextArea } from "@/components/form/text-field";
import { Fold } from "@/components/ui/fold";
import type { DocumentTexts } from "@/lib/invoicing/document-template";

export type TemplateChoice = DocumentTexts & { id: string; name: string };

const texts = ["headerText", "footerText", "terms", "notes"] as const;

/** The texts around the lines. Picking a template writes its own over them; the document keeps what stands here. */
export function TextsFold({ draft, templates }: { draft: DocumentTexts; templates: TemplateChoice[] }) {
  const fold = useRef<HTMLDetailsElement>(null);
  const { touch } = useFormContext();
  function refill(id: string) {
    const template = templates.find((choice) => choice.id === id);
    const form = fold.current?.closest("form");
    if (!template || !form) return;
    for (const name of texts) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLTextAreaElement) field.value = template[name];
    }
    touch();
  }
  return (
    <Fold title="Header, footer and terms" ref={fold} className="border-t border-border pt-4">
      <div className="mt-4 space-y-5">
        {templates.length > 0 ? (
          <div className="max-w-xs">
            <NativeSelect
              aria-label="Fill from a template"
              placeholder="Fill from a template…"
              options={templates.map((template) => ({ value: template.id, label: template.name }))}
              onChange={(event) => refill(event.currentTarget.value)}
            />
          </div>
        ) : null}
        <TextArea name="headerText" label="Header, above the lines" defaultValue={draft.headerText} optional />
        <TextArea name="terms" label="Terms" defaultValue={draft.terms} rows={4} optional />
        <TextArea name="footerText" label="Footer, at the end" defaultValue={draft.footerText} optional />
      </div>
    </Fold>
  );
}
