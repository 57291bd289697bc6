/** What has templates in the product; the table takes those of credit notes too, for when they carry texts. */
export const templateKinds = ["invoice", "estimate", "proposal"] as const;
export type TemplateKind = (typeof templateKinds)[number];

/** The texts that a template gives to a document and the document keeps as its own. */
export type DocumentTexts = { headerText: string; footerText: string; terms: string; notes: string };
export const noTexts: DocumentTexts = { headerText: "", footerText: "", terms: "", notes: "" };
