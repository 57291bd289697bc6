import { Moment } from "@/components/display/moment";
import { Banner } from "@/components/ui/banner";
import { kindWords } from "@/lib/invoicing/estimate";
import type { getEstimate } from "@/lib/invoicing/estimate-queries";
import { formatDay } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";

type EstimateRecord = Awaited<ReturnType<typeof getEstimate>>;

/** Why nothing here can be typed any more, what became of it, and what is possible instead. */
export function EstimateLock({ record, timeZone }: { record: EstimateRecord; timeZone: string }) {
  const { estimate, sentByName, standing } = record;
  const { acceptance, decidedOn, reason } = estimate;
  const noun = kindWords[estimate.kind].word.toLowerCase();
  if (acceptance)
    return (
      <Banner kind="success" title={`Accepted by ${acceptance.name} on ${formatDay(acceptance.acceptedOn)}`}>
        {`${acceptance.number}, ${formatDollars(acceptance.totalCents)}. The acceptance is on record: neither it nor the ${noun} can be changed.`}
      </Banner>
    );
  if (decidedOn)
    return (
      <Banner kind="lock" title={`${standing === "declined" ? "Declined" : "Withdrawn"} on ${formatDay(decidedOn)}`}>
        {`${reason}. Duplicate it to make another offer.`}
      </Banner>
    );
  if (standing === "expired")
    return (
      <Banner kind="warning" title={`Expired: it was valid until ${formatDay(estimate.validUntil)}`}>
        Extend its validity so that it can be accepted, or withdraw it and send another.
      </Banner>
    );
  return (
    <Banner kind="lock" title="Sent and locked">
      {sentByName ? `${sentByName} sent this ${noun}` : `This ${noun} was sent`}
      {estimate.sentAt ? (
        <>
          {" on "}
          <Moment at={estimate.sentAt} timeZone={timeZone} />
        </>
      ) : null}
      . It can no longer be changed: record the client's answer, withdraw it, or duplicate it and send another.
    </Banner>
  );
}
