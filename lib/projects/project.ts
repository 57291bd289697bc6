/** A closed project takes no new time; it can still be billed. */
export type ProjectStatus = "active" | "closed";

export const projectBillings = ["hourly", "flat"] as const;

/** How a project is called everywhere: `P-00012 · Website`. */
export function projectLabel({ number, name }: { number: string; name: string }): string {
  return `${number} · ${name}`;
}
