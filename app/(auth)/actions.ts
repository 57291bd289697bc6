"use server";

import * as guest from "@/lib/doors/guest";
import * as theme from "@/lib/doors/theme";
import type { FormState } from "@/lib/kernel/form-state";

export async function signIn(state: FormState, formData: FormData): Promise<FormState> {
  return guest.signIn(state, formData);
}

export async function signUp(state: FormState, formData: FormData): Promise<FormState> {
  return guest.signUp(state, formData);
}

export async function signOut(): Promise<void> {
  return guest.signOut();
}

export async function chooseTheme(formData: FormData): Promise<void> {
  return theme.chooseTheme(formData);
}
