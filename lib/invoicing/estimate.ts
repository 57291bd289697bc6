import type { PlainDate } from "@/lib/kernel/dates";
import { type Cents, type RatePpm, rateOf } from "@/lib/kernel/money";

/** An estimate and a proposal differ in their name, their series of numbers and their templates, and in nothing else. */
export const estimateKinds = ["estimate", "proposal"] as const;
export type EstimateKind = (typeof estimateKinds)[number];

export const kindWords: Record<EstimateKind, { word: string; plural: string; path: string }> = {
  estimate: { word: "Estimate", plural: "Estimates", path: "/estimates" },
  proposal: { word: "Proposal", plural: "Proposals", path: "/proposals" },
};

/** Stored. That one has expired is derived from its last day. */
export const estimateStatuses = ["draft", "sent", "accepted", "declined", "withdrawn"] as const;
export type EstimateStatus = (typeof estimateStatuses)[number];

export const estimateStandings = ["draft", "sent", "expired", "accepted", "declined", "withdrawn"] as const;
export type EstimateStanding = (typeof estimateStandings)[number];

/** What was accepted, by whom and when: kept as it was, whatever becomes of the document. */
export type Acceptance = { name: string; number: string; totalCents: number; acceptedOn: PlainDate };

/** A part of the total, or a sum; with a rate the sum follows from it. */
export type Deposit = { ppm: RatePpm; cents: Cents };

/** What is asked for at acceptance, of a total. More than the total is for the caller to refuse. */
export function depositOf(totalCents: Cents, { ppm, cents: sum }: Deposit): Cents {
  return ppm > 0 ? rateOf(totalCents, ppm) : sum;
}

/** `today` decides: the day after the last valid one is the first on which it can't be accepted. */
export function estimateStandingOf(
  estimate: { status: EstimateStatus; validUntil: string },
  today: string,
): EstimateStanding {
  return estimate.status === "sent" && estimate.validUntil < today ? "expired" : estimate.status;
}

type PartLine = { subtotalCents: number; taxCents: number };

/**
 * The amounts of a part of an accepted document, line by line: what is billed with it less what was billed before. Parts
 * that follow each other sum to the whole exactly, so the last one is the rest. The running sum of the lines is cut, so
 * that the part itself is exact; a cut that would take a cent back from a line leaves it to the next one.
 */
export function partOf(lines: PartLine[], billedCents: number, partCents: number): PartLine[] {
  const whole = lines.reduce((sum, line) => sum + line.subtotalCents, 0);
  const added = (amount: number) =>
    shareOf(amount, billedCents + partCents, whole) - shareOf(amount, billedCents, whole);
  let [running, taken] = [0, 0];
  return lines.map((line) => {
    running += line.subtotalCents;
    const subtotalCents = Math.max(added(running) - taken, 0);
    taken += subtotalCents;
    return { subtotalCents, taxCents: added(line.taxCents) };
  });
}

/** The whole cents of amount × part / whole. */
function shareOf(amount: number, part: number, whole: number): number {
  return whole === 0 ? 0 : Number((BigInt(amount) * BigInt(part)) / BigInt(whole));
}
