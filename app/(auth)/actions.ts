"use server";

import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import * as inviting from "@/lib/doors/guest/invitation";
import * as passkey from "@/lib/doors/guest/passkey";
import * as reset from "@/lib/doors/guest/reset";
import * as entering from "@/lib/doors/guest/sign-in";
import * as leaving from "@/lib/doors/guest/sign-out";
import * as joining from "@/lib/doors/guest/sign-up";
import * as theme from "@/lib/doors/theme";
import type { FormState } from "@/lib/kernel/form-state";

export async function signIn(state: FormState, formData: FormData): Promise<FormState> {
  return entering.signIn(state, formData);
}

export async function proveSecondFactor(state: FormState, formData: FormData): Promise<FormState> {
  return entering.proveSecondFactor(state, formData);
}

export async function offerPasskeys(): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  return passkey.offerPasskeys();
}

export async function signInByPasskey(state: FormState, formData: FormData): Promise<FormState> {
  return passkey.signInByPasskey(state, formData);
}

export async function signUp(state: FormState, formData: FormData): Promise<FormState> {
  return joining.signUp(state, formData);
}

export async function confirmByCode(state: FormState, formData: FormData): Promise<FormState> {
  return joining.confirmByCode(state, formData);
}

export async function confirmByLink(state: FormState, formData: FormData): Promise<FormState> {
  return joining.confirmByLink(state, formData);
}

export async function resendSignUp(state: FormState, formData: FormData): Promise<FormState> {
  return joining.resendSignUp(state, formData);
}

export async function askForReset(state: FormState, formData: FormData): Promise<FormState> {
  return reset.askForReset(state, formData);
}

export async function resetPassword(state: FormState, formData: FormData): Promise<FormState> {
  return reset.resetPassword(state, formData);
}

export async function acceptInvitation(state: FormState, formData: FormData): Promise<FormState> {
  return inviting.acceptInvitation(state, formData);
}

export async function joinAsNew(state: FormState, formData: FormData): Promise<FormState> {
  return inviting.joinAsNew(state, formData);
}

export async function signOut(formData: FormData): Promise<void> {
  return leaving.signOut(formData);
}

export async function chooseTheme(formData: FormData): Promise<void> {
  return theme.chooseTheme(formData);
}
