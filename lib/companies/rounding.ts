export const roundingModes = ["none", "nearest", "up", "down"] as const;
export type RoundingMode = (typeof roundingModes)[number];

export type Rounding = {
  mode: RoundingMode;
  /** To whole multiples of so many minutes. */
  stepMinutes: number;
  /** Nothing shorter is recorded; a whole multiple of the step, or 0. */
  minimumMinutes: number;
};
