import {
  formatCents,
  formatDiscount,
  formatMinutes,
  formatPercent,
  formatQuantity,
  parseDiscount,
  parseMinutes,
  parseMoney,
  parsePercent,
  parseQuantity,
} from "@/lib/kernel/decimal-text";

/** What stands in a number field after it is left: the same value in the house's own writing; what is not a number stays as typed. */
export type Tidy = (text: string) => string;

export const tidyMoney: Tidy = (text) => tidied(parseMoney(text), formatCents, text);
export const tidyQuantity: Tidy = (text) => tidied(parseQuantity(text), formatQuantity, text);
export const tidyPercent: Tidy = (text) => tidied(parsePercent(text), formatPercent, text);
export const tidyDiscount: Tidy = (text) => tidied(parseDiscount(text), formatDiscount, text);
export const tidyMinutes: Tidy = (text) => tidied(parseMinutes(text), formatMinutes, text);

function tidied<T>(parsed: { ok: true; value: T } | { ok: false }, format: (value: T) => string, text: string): string {
  return parsed.ok ? format(parsed.value) : text.trim();
}
