"use client";

import { CheckboxField } from "@/components/form/choice-fields";
import { typedValues, useFormContext } from "@/components/form/form-context";

/** Appears once the server has said that the amount is more than what is open: the answer to that sentence. */
export function ExcessField({ clientName }: { clientName: string }) {
  const { state } = useFormContext();
  const asked = state.fields.acceptExcess;
  const wasTicked = (typedValues(state, "acceptExcess") ?? []).length > 0;
  if (!asked && !wasTicked) return null;
  const excess = excessIn(asked ?? "");
  return (
    <CheckboxField
      name="acceptExcess"
      label={excess ? `Keep the excess of ${excess} as client credit` : "Keep the excess as client credit"}
      hint={`It is owed to ${clientName} until it is used.`}
    />
  );
}

/** The amount as the server's sentence names it, which may know of a payment that this page does not. */
export function excessIn(sentence: string): string | null {
  return /excess of (\$[\d,]+\.\d\d)/.exec(sentence)?.[1] ?? null;
}
