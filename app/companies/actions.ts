"use server";

import * as mine from "@/lib/doors/my-companies";
import type { FormState } from "@/lib/kernel/form-state";

export async function foundAnother(state: FormState, formData: FormData): Promise<FormState> {
  return mine.foundAnother(state, formData);
}
