import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { PlainDate } from "@/lib/kernel/dates";

/** The statements and lists of these days, for whoever wants to look before signing or afterwards. */
export function Review({ home, period }: { home: string; period: { startsOn: PlainDate; endsOn: PlainDate } }) {
  const { startsOn, endsOn } = period;
  const range = `from=${startsOn}&to=${endsOn}`;
  const links = [
    { text: "Profit and loss", href: `${home}/reports/profit-loss?${range}` },
    { text: "Balance sheet", href: `${home}/reports/balance-sheet?asOf=${endsOn}` },
    { text: "Trial balance", href: `${home}/reports/trial-balance?asOf=${endsOn}` },
    { text: "A/R aging", href: `${home}/reports/ar-aging?asOf=${endsOn}` },
    { text: "Journal", href: `${home}/accounting/journal?${range}` },
    { text: "Payments", href: `${home}/payments?${range}` },
  ];
  return (
    <Card title="Reports of this period" className="print:hidden">
      <ul className="grid grid-cols-2 gap-x-4 gap-y-2">
        {links.map((link) => (
          <li key={link.text}>
            <TextLink href={link.href}>{link.text}</TextLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
