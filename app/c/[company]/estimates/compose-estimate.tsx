import { PageHeader } from "@/components/layout/page-header";
import type { Scope } from "@/lib/access/scope";
import { type EstimateKind, kindWords } from "@/lib/invoicing/estimate";
import type { getEstimate } from "@/lib/invoicing/estimate-queries";
import { defaultTexts, listTemplateChoices } from "@/lib/invoicing/template-queries";
import { addDays } from "@/lib/kernel/dates";
import { formatDiscount, formatPercent } from "@/lib/kernel/decimal-text";
import { one, type SearchParams } from "@/lib/kernel/listing";
import { type Composed, Composer, type ComposerDraft } from "../invoices/composer";
import { composerChoices } from "../invoices/composer-choices";
import { textsOf, typedLine } from "../invoices/composer-lines";
import { draftEstimateAction, updateEstimateAction } from "./actions";
import { projectOf } from "./estimate-project";

type ComposingScope = Scope<"estimates.write" | "clients.read" | "projects.read" | "catalog.read" | "templates.read">;
type EstimateRecord = Awaited<ReturnType<typeof getEstimate>>;

/** The composer for a new one of this kind, with the default template's texts. */
export async function NewEstimate(props: { scope: ComposingScope; kind: EstimateKind; query: SearchParams }) {
  const { scope, kind, query } = props;
  const { word, plural, path } = kindWords[kind];
  const [choices, templates] = await Promise.all([composerChoices(scope), listTemplateChoices(scope, kind)]);
  const list = `/c/${scope.company.slug}${path}`;
  const { id: companyId, name: companyName, defaultEstimateValidDays, defaultTaxPpm } = scope.company;
  return (
    <>
      <PageHeader
        title={`New ${word.toLowerCase()}`}
        breadcrumbs={[{ label: plural, href: list }]}
        description="A draft has no number until you send it. Nothing of it is in the books."
      />
      <Composer
        action={draftEstimateAction}
        companyId={companyId}
        companyName={companyName}
        composed={composed(kind)}
        draft={{
          kind,
          clientId: one(query.client),
          projectId: one(query.project),
          issuedOn: scope.today,
          until: addDays(scope.today, defaultEstimateValidDays),
          reference: "",
          ...defaultTexts(templates),
          taxPercent: formatPercent(defaultTaxPpm),
          discount: "",
          deposit: "",
          lines: [],
        }}
        {...choices}
        templates={templates}
        cancelHref={list}
      />
    </>
  );
}

/** The composer on a draft. */
export async function EditEstimate({ scope, record }: { scope: ComposingScope; record: EstimateRecord }) {
  const { estimate, client } = record;
  const { word, plural, path } = kindWords[estimate.kind];
  const draft = { client: { id: client.id, name: client.name }, project: projectOf(record) };
  const [choices, templates] = await Promise.all([
    composerChoices(scope, draft),
    listTemplateChoices(scope, estimate.kind),
  ]);
  const list = `/c/${scope.company.slug}${path}`;
  const here = `${list}/${estimate.id}`;
  return (
    <>
      <PageHeader
        title={`Edit ${word.toLowerCase()}`}
        breadcrumbs={[
          { label: plural, href: list },
          { label: `Draft for ${client.name}`, href: here },
        ]}
      />
      <Composer
        key={estimate.revision}
        action={updateEstimateAction}
        companyId={scope.company.id}
        companyName={scope.company.name}
        composed={composed(estimate.kind)}
        draft={draftOf(record)}
        {...choices}
        templates={templates}
        cancelHref={here}
      />
    </>
  );
}

function draftOf({ estimate, lines }: EstimateRecord): ComposerDraft {
  return {
    id: estimate.id,
    revision: estimate.revision,
    clientId: estimate.clientId,
    projectId: estimate.projectId ?? "",
    issuedOn: estimate.issuedOn,
    until: estimate.validUntil,
    reference: estimate.reference,
    ...textsOf(estimate),
    taxPercent: formatPercent(estimate.taxPpm),
    discount: formatDiscount({ ppm: estimate.discountPpm, cents: estimate.discountCents }),
    deposit: formatDiscount({ ppm: estimate.depositPpm, cents: estimate.depositCents }),
    lines: lines.map(typedLine),
  };
}

function composed(kind: EstimateKind): Composed {
  return {
    word: kindWords[kind].word,
    toLabel: "Prepared for",
    idName: "estimateId",
    until: { name: "validUntil", label: "Valid until" },
  };
}
