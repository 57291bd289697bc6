import pg from "pg";

/**
 * A connection that prepares what it is asked again: from its second use in the process on, a statement with parameters
 * has a name, and each connection parses and plans it once. Drizzle writes the same text for the same query, so a text
 * is a statement. Long texts, which are lists of rows and different each time, and those past the table's end go unprepared.
 */
export class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg's overloads, handed on as they came
  override query(...given: any[]): any {
    const [config, ...rest] = given;
    const name = isUnnamed(config) && rest.length > 0 ? nameOf(config.text) : undefined;
    return super.query(...((name ? [{ ...config, name }, ...rest] : given) as Parameters<pg.Client["query"]>));
  }
}

const seen = new Map<string, number>();
const most = 2_000;
const longest = 6_000;

/** Undefined at the first use. */
function nameOf(text: string): string | undefined {
  const number = seen.get(text);
  if (number !== undefined) return `q${number}`;
  if (seen.size < most && text.length <= longest) seen.set(text, seen.size);
  return undefined;
}

function isUnnamed(config: unknown): config is pg.QueryConfig {
  return typeof config === "object" && config !== null && "text" in config && !("name" in config && config.name);
}
