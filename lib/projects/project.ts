export const projectStatuses = ["active", "closed"] as const;
export type ProjectStatus = (typeof projectStatuses)[number];

export const projectBillings = ["hourly", "flat"] as const;
export type ProjectBilling = (typeof projectBillings)[number];

/** How a project is called everywhere: `P-00012 · Website`. */
export function projectLabel({ number, name }: { number: string; name: string }): string {
  return `${number} · ${name}`;
}
