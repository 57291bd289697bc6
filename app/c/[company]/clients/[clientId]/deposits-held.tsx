import { Money } from "@/components/display/money";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { TextLink } from "@/components/ui/text-link";
import type { listDepositsHeld } from "@/lib/payments/deposit-queries";

/** Money of the client that is held until the work is invoiced, deposit by deposit. */
export function DepositsHeld(props: {
  home: string;
  clientId: string;
  deposits: Awaited<ReturnType<typeof listDepositsHeld>>;
}) {
  const { home, clientId, deposits } = props;
  if (deposits.length === 0) return null;
  return (
    <Card
      title="Deposits held"
      actions={
        <LinkButton href={`${home}/invoices?client=${clientId}&kind=deposit`} size="sm">
          All deposits
        </LinkButton>
      }
      footer="Revenue appears when a deposit is applied to an invoice for the work."
    >
      <DescriptionList
        items={deposits.map(({ id, number, leftCents }) => ({
          term: `Deposit ${number}`,
          value: (
            <TextLink href={`${home}/invoices/${id}`}>
              <Money cents={leftCents} currency />
            </TextLink>
          ),
          numeric: true,
        }))}
      />
    </Card>
  );
}
