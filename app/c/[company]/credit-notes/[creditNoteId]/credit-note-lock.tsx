import { Moment } from "@/components/display/moment";
import { Banner } from "@/components/ui/banner";
import { formatDay } from "@/lib/kernel/dates";
import type { CreditNoteRecord } from "./credit-note-paper";

/** Why nothing here can be typed any more, since when and by whom. */
export function CreditNoteLock({ record, timeZone }: { record: CreditNoteRecord; timeZone: string }) {
  const { note, postedByName } = record;
  if (note.status === "draft")
    return <Banner>A draft has no number and changes nothing in the books until it is posted.</Banner>;
  if (note.voidedOn)
    return (
      <Banner kind="lock" title={`Void since ${formatDay(note.voidedOn)}`}>
        {note.voidReason}. Its entry is reversed, and the invoice owes again what it had taken off.
      </Banner>
    );
  return (
    <Banner kind="lock" title="Posted and locked">
      {postedByName ?? "Somebody"} posted this credit note
      {note.postedAt ? (
        <>
          {" on "}
          <Moment at={note.postedAt} timeZone={timeZone} />
        </>
      ) : null}
      . It is in the journal, so it can no longer be changed: void it, and make a new one.
    </Banner>
  );
}
