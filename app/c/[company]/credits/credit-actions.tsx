import { LinkButton } from "@/components/ui/button";

/** Give or take credit by hand, or pay it out; of one client, or of one that is chosen in the form. */
export function CreditActions({ home, clientId, credit }: { home: string; clientId?: string; credit: boolean }) {
  const query = clientId ? `?client=${clientId}` : "";
  return (
    <>
      <LinkButton href={`${home}/credits/adjust${query}`} icon="pencil">
        Adjust
      </LinkButton>
      {credit ? (
        <LinkButton href={`${home}/credits/pay-out${query}`} icon="banknote">
          Pay out
        </LinkButton>
      ) : null}
    </>
  );
}
