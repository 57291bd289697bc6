import { Banner } from "./banner";

/** What was asked of a list and filters nothing; draws nothing where all is well. */
export function TroubleBanner({ troubles }: { troubles: Record<string, string> }) {
  const sentences = Object.entries(troubles);
  if (sentences.length === 0) return null;
  return (
    <Banner kind="warning">
      {sentences.map(([name, sentence]) => (
        <p key={name}>{sentence}</p>
      ))}
    </Banner>
  );
}
