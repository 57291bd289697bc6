/** What can happen to a person's account, and how it is told to its owner. */
export const accountEventWords = {
  "account.created": "Account created",
  "sign_in.done": "Signed in",
  "sign_in.refused": "Sign-in refused: wrong password",
  "second_factor.refused": "Sign-in refused: wrong code",
  "sign_out.done": "Signed out",
  "session.ended": "Session ended",
  "password.changed": "Password changed",
  "password.reset": "Password reset by mail",
  "email.asked": "Change of address asked for",
  "email.changed": "Address changed",
  "authenticator.added": "Authenticator app set up",
  "authenticator.removed": "Authenticator app removed",
  "recovery_codes.made": "New recovery codes made",
  "recovery_code.used": "Recovery code used",
  "passkey.added": "Passkey added",
  "passkey.removed": "Passkey removed",
  "identity.confirmed": "Identity confirmed again",
  "factors.reset": "Second factor reset by an admin",
  "lockout.lifted": "Unlocked by an admin",
} as const;

export type AccountEventType = keyof typeof accountEventWords;
