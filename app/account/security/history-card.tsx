import { Moment } from "@/components/display/moment";
import { Card } from "@/components/ui/card";
import { Cell, HeadCell, RowHead, Table, TableHead, TableRow } from "@/components/ui/table";
import { accountEventWords } from "@/lib/identity/account-event";
import type { AccountEvent } from "@/lib/identity/account-queries";
import { deviceWords } from "@/lib/identity/device-words";

/** What happened to the account lately. Whoever reads something here that they did not do should change the password. */
export function HistoryCard({ events, timeZone }: { events: AccountEvent[]; timeZone: string }) {
  return (
    <Card
      title="History"
      description="The last twenty things that happened to your account. If one of them was not you, change your password."
      flush
    >
      <Table caption="History of your account" cards bare>
        <TableHead>
          <HeadCell>What</HeadCell>
          <HeadCell>Browser</HeadCell>
          <HeadCell>Network</HeadCell>
          <HeadCell>When</HeadCell>
        </TableHead>
        <tbody>
          {events.map((event) => (
            <TableRow key={event.id} cards>
              <RowHead place="title">{accountEventWords[event.type]}</RowHead>
              <Cell label="Browser">{deviceWords(event.userAgent)}</Cell>
              <Cell label="Network">{event.address}</Cell>
              <Cell label="When">
                <Moment at={event.at} timeZone={timeZone} />
              </Cell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
