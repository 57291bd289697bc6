import type { ComboboxOption } from "@/components/form/combobox-field";
import { formatDollars } from "@/lib/kernel/decimal-text";

export function projectOption(project: { id: string; label: string; clientName: string }): ComboboxOption {
  return { value: project.id, label: project.label, hint: project.clientName };
}

/** The price is said where there is one; without it the project's or the member's rate counts. */
export function serviceOption(item: { id: string; name: string; unitPriceCents: number | null }): ComboboxOption {
  const hint = item.unitPriceCents ? formatDollars(item.unitPriceCents) : undefined;
  return { value: item.id, label: item.name, hint };
}
