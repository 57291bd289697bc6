/** What somebody can be asked to prove, and for how long it can be proved. */
export const proofKinds = ["sign_up", "change_email", "reset_password", "second_factor", "passkey"] as const;

export type ProofKind = (typeof proofKinds)[number];

const minute = 60_000;

/** How long a link lives. A code is short, so it counts for less; both end with the first use. */
export const proofLife: Record<ProofKind, number> = {
  sign_up: 3 * 24 * 60 * minute,
  change_email: 3 * 24 * 60 * minute,
  reset_password: 60 * minute,
  second_factor: 10 * minute,
  passkey: 5 * minute,
};

/** A code of six digits is guessed in 200,000 tries with five at each; after this long it is not taken any more. */
export const codeLife = 30 * minute;

export const mostAttempts = 5;
