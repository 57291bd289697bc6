"use server";

import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import * as confirming from "@/lib/doors/confirm";
import * as account from "@/lib/doors/my-account";
import * as email from "@/lib/doors/my-email";
import * as passkeys from "@/lib/doors/my-passkeys";
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

export async function offerNewPasskey(): Promise<PublicKeyCredentialCreationOptionsJSON | null> {
  return passkeys.offerNewPasskey();
}

export async function keepPasskey(state: FormState, formData: FormData): Promise<FormState> {
  return passkeys.keepPasskey(state, formData);
}

export async function dropPasskey(state: FormState, formData: FormData): Promise<FormState> {
  return passkeys.dropPasskey(state, formData);
}

export async function offerOwnPasskeys(): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  return passkeys.offerOwnPasskeys();
}

export async function confirmByPasskey(state: FormState, formData: FormData): Promise<FormState> {
  return passkeys.confirmByPasskey(state, formData);
}

export async function confirmIdentity(state: FormState, formData: FormData): Promise<FormState> {
  return confirming.confirmIdentity(state, formData);
}

export async function askForNewEmail(state: FormState, formData: FormData): Promise<FormState> {
  return email.askForNewEmail(state, formData);
}

export async function confirmNewEmail(state: FormState, formData: FormData): Promise<FormState> {
  return email.confirmNewEmail(state, formData);
}

export async function confirmNewEmailByLink(state: FormState, formData: FormData): Promise<FormState> {
  return email.confirmNewEmailByLink(state, formData);
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
