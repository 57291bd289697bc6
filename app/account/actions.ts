"use server";

import * as account from "@/lib/doors/my-account";
import type { FormState } from "@/lib/kernel/form-state";

export async function setUpAuthenticator(state: FormState, formData: FormData): Promise<FormState> {
  return account.setUpAuthenticator(state, formData);
}

export async function takeAuthenticatorAway(state: FormState, formData: FormData): Promise<FormState> {
  return account.takeAuthenticatorAway(state, formData);
}

export async function renewRecoveryCodes(state: FormState, formData: FormData): Promise<FormState> {
  return account.renewRecoveryCodes(state, formData);
}

export async function changePassword(state: FormState, formData: FormData): Promise<FormState> {
  return account.changePassword(state, formData);
}

export async function endOneSession(state: FormState, formData: FormData): Promise<FormState> {
  return account.endOneSession(state, formData);
}

export async function endOtherSessions(state: FormState, formData: FormData): Promise<FormState> {
  return account.endOtherSessions(state, formData);
}
