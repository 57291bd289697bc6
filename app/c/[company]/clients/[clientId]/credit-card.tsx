import { Money } from "@/components/display/money";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CreditActions } from "../../credits/credit-actions";

/** What the firm owes this client until it is used, and what can be done about it. */
export function CreditCard(props: { home: string; clientId: string; creditCents: number; mayWrite: boolean }) {
  const { home, clientId, creditCents, mayWrite } = props;
  return (
    <Card
      title="Credit"
      actions={
        <>
          {mayWrite ? <CreditActions home={home} clientId={clientId} credit={creditCents > 0} /> : null}
          <LinkButton href={`${home}/credits?client=${clientId}`} icon="book-open">
            See ledger
          </LinkButton>
        </>
      }
    >
      {creditCents === 0 ? (
        <p className="text-text-muted">No credit. What is paid too much or in advance is kept here.</p>
      ) : (
        <p>
          <Money cents={creditCents} currency /> can be put on invoices or paid out.
        </p>
      )}
    </Card>
  );
}
