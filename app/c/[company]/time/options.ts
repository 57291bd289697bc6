import type { ComboboxOption } from "@/components/form/combobox-field";
import type { Scope } from "@/lib/access/scope";
import { formatDollars } from "@/lib/kernel/decimal-text";

export function projectOption(project: { id: string; label: string; clientName: string }): ComboboxOption {
  return { value: project.id, label: project.label, hint: project.clientName };
}

/**
 * The price is said where there is one, to those who keep the catalog: rates are not for staff. Without it the
 * project's or the member's rate counts.
 */
export function serviceOptions(
  scope: Scope,
  items: { id: string; name: string; unitPriceCents: number | null }[],
): ComboboxOption[] {
  const seesPrices = scope.can("catalog.write");
  return items.map(({ id, name, unitPriceCents }) => ({
    value: id,
    label: name,
    ...(seesPrices && unitPriceCents ? { hint: formatDollars(unitPriceCents) } : {}),
  }));
}
