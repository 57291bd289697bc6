import { LinkButton } from "@/components/ui/button";

/** The lists that show this client's alone. */
export function ClientLinks({ home, clientId }: { home: string; clientId: string }) {
  return ["Estimates", "Proposals", "Projects"].map((label) => (
    <LinkButton key={label} href={`${home}/${label.toLowerCase()}?client=${clientId}`} size="sm">
      {label}
    </LinkButton>
  ));
}
