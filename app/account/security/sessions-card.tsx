import { Moment } from "@/components/display/moment";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { deviceWords } from "@/lib/identity/device-words";
import type { OpenSession } from "@/lib/identity/sessions";
import { endOneSession, endOtherSessions } from "../actions";

type Sessions = { sessions: OpenSession[]; current: string; timeZone: string };

/** Every browser in which the account is open; any but this one can be signed out from here. */
export function SessionsCard({ sessions, current, timeZone }: Sessions) {
  const own = sessions.filter(({ id }) => id === current);
  const others = sessions.filter(({ id }) => id !== current);
  return (
    <Card
      title="Where you are signed in"
      actions={
        others.length > 0 ? (
          <Form action={endOtherSessions} inline label="Sign out everywhere else">
            <Submit variant="secondary" size="sm" pendingText="Signing out…">
              Sign out all others
            </Submit>
          </Form>
        ) : null
      }
    >
      <ul className="divide-y divide-border">
        {[...own, ...others].map((session) => (
          <li
            key={session.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0"
          >
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
                {deviceWords(session.userAgent)}
                {session.id === current ? <Badge tone="info">This browser</Badge> : null}
              </p>
              <p className="mt-0.5 text-sm break-words text-text-muted">
                Network {session.address} · last used <Moment at={session.lastSeenAt} timeZone={timeZone} />
              </p>
            </div>
            {session.id === current ? null : <End session={session} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function End({ session }: { session: OpenSession }) {
  return (
    <Form action={endOneSession} inline label={`Sign out ${deviceWords(session.userAgent)}`}>
      <HiddenField name="sessionId" value={session.id} />
      <Submit variant="secondary" size="sm" pendingText="Signing out…">
        Sign out
        <span className="reader-only"> {deviceWords(session.userAgent)}</span>
      </Submit>
    </Form>
  );
}
