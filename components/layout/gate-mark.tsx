import { Icon } from "@/components/ui/icon";

/** Beside a place that does not open now: the lock, and for who does not see it, why. */
export function GateMark({ gate }: { gate?: string }) {
  if (!gate) return null;
  return (
    <>
      <Icon name="lock" className="ml-auto size-3.5 text-text-subtle group-data-collapsed/shell:md:hidden" />
      <span className="reader-only">{`(${gate})`}</span>
    </>
  );
}
