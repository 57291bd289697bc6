/** An instant in the company's time zone: `Nov 23, 2026, 4:05 PM`. */
export function Moment({ at, timeZone }: { at: Date; timeZone: string }) {
  const text = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "short", timeZone }).format(at);
  return <time dateTime={at.toISOString()}>{text}</time>;
}
