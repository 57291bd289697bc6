import { Money } from "@/components/display/money";
import { TextLink } from "@/components/ui/text-link";

/** A figure of a report as the way to the lines that sum to it. Nothing is a dash and leads nowhere. */
export function Figure({ cents, href }: { cents: number; href?: string | undefined }) {
  const amount = <Money cents={cents} accounting zero="–" />;
  return cents !== 0 && href ? <TextLink href={href}>{amount}</TextLink> : amount;
}
