import type { Work } from "@/lib/access/scope";
import { addDays } from "@/lib/kernel/dates";
import { cents } from "@/lib/kernel/money";
import { copiedDiscount, copiedLines } from "./copied-lines";
import { draftEstimate } from "./draft-estimate";
import type { EstimateInput } from "./estimate-inputs";
import { linesOfEstimate, lockEstimate } from "./lock-estimate";

/** The same once more as a new draft of today, whatever became of it. Refuses an archived client. */
export async function duplicateEstimate(work: Work<"estimates.write">, { estimateId }: EstimateInput) {
  const it = await lockEstimate(work, estimateId);
  const lines = copiedLines(await linesOfEstimate(work, estimateId));
  const { kind, clientId, projectId, reference, notes, headerText, footerText, terms } = it;
  return draftEstimate(work, {
    ...{ kind, clientId, projectId, reference, notes, headerText, footerText, terms, lines },
    issuedOn: work.today,
    validUntil: addDays(work.today, work.company.defaultEstimateValidDays),
    taxPercent: it.taxPpm,
    discount: copiedDiscount(it),
    deposit: { ppm: it.depositPpm, cents: it.depositPpm > 0 ? cents(0) : it.depositCents },
  });
}
