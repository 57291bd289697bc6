import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import * as common from "@zxcvbn-ts/language-common";
import * as english from "@zxcvbn-ts/language-en";
import { refuseField } from "@/lib/kernel/refusal";

let estimator: ZxcvbnFactory | undefined;

/** Made with the first password: its word lists take a moment and some memory. */
function zxcvbn(): ZxcvbnFactory {
  estimator ??= new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
    maxLength: 128,
  });
  return estimator;
}

/** Refuses what is guessed within some 10^8 tries; the person's own name and address count as known words. */
export function refuseWeak(field: string, password: string, about: string[]): void {
  const words = about.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).filter((word) => word.length > 2);
  const { score, feedback } = zxcvbn().check(password.normalize("NFKC"), words);
  if (score >= 3) return;
  const hint = [feedback.warning, ...feedback.suggestions].filter(Boolean).join(" ").replace(/\.$/, "");
  throw refuseField(field, "password_weak", { hint: hint || "add another word or two" });
}
