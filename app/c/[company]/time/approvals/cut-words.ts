/** Null where all that waits is shown. The sums of the cards are then those of what is shown, so it must be said. */
export function cutWords(shown: number, waiting: number): string | null {
  if (shown >= waiting) return null;
  const [first, all] = [shown, waiting].map((count) => count.toLocaleString("en-US"));
  return `Showing the first ${first} of ${all} time entries. The others follow as these are approved or returned.`;
}
