import { settings } from "@/lib/env";

/** README's table of settings, from the schema that reads them: `npx tsx scripts/env-table.ts`. */
export function environmentTable(): string {
  const rows = Object.entries(settings).map(([name, schema]) => {
    const unset = schema.safeParse(undefined);
    const fallback = unset.success ? (unset.data === undefined ? "–" : `\`${unset.data}\``) : "required";
    return `| \`${name}\` | ${schema.description} | ${fallback} |`;
  });
  return ["| variable | what it sets | default |", "|---|---|---|", ...rows].join("\n");
}

if (process.argv[1]?.endsWith("env-table.ts")) console.log(environmentTable());
