import { Moment } from "@/components/display/moment";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Passkey } from "@/lib/identity/passkeys";
import { dropPasskey } from "../actions";

/** A finger, a face or a PIN in place of password and code; each of them can be taken away from here. */
export function PasskeysCard({ passkeys, timeZone }: { passkeys: Passkey[]; timeZone: string }) {
  return (
    <Card
      title="Passkeys"
      description="Sign in by a finger, a face or the PIN of a device, in place of password and code."
      actions={
        <LinkButton href="/account/security/passkeys" size="sm" icon="plus">
          Add a passkey
        </LinkButton>
      }
    >
      {passkeys.length === 0 ? (
        <p className="text-text-muted">None yet.</p>
      ) : (
        <ul className="divide-y divide-border">
          {passkeys.map(({ credentialId, name, createdAt, lastUsedAt }) => (
            <li
              key={credentialId}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0"
            >
              <div className="min-w-0">
                <p className="font-medium break-words">{name}</p>
                <p className="mt-0.5 text-sm text-text-muted">
                  {lastUsedAt ? "Last used " : "Added "}
                  <Moment at={lastUsedAt ?? createdAt} timeZone={timeZone} />
                </p>
              </div>
              <Form
                action={dropPasskey}
                inline
                label={`Remove ${name}`}
                confirm={{
                  title: `Remove ${name}?`,
                  effect: "It opens your account no more. The device may still offer it until you delete it there.",
                  action: "Remove",
                  danger: true,
                }}
              >
                <HiddenField name="credentialId" value={credentialId} />
                <Submit size="sm" pendingText="Removing…">
                  Remove
                </Submit>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
