import { CodeField } from "@/components/form/code-field";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Fold } from "@/components/ui/fold";
import { takeAuthenticatorAway } from "../actions";

/** Whether a code is asked after the password, and the way to change that. */
export function AuthenticatorCard({ isSetUp }: { isSetUp: boolean }) {
  return (
    <Card
      title="Authenticator app"
      actions={
        isSetUp ? (
          <Badge tone="success" icon="shield-check">
            Set up
          </Badge>
        ) : (
          <Badge>Not set up</Badge>
        )
      }
    >
      <p className="max-w-[65ch] text-pretty text-text-muted">
        {isSetUp
          ? "After your password, signing in asks for a code of the app on your phone."
          : "With an app on your phone, signing in asks for its code after your password. Whoever learns your password is then still kept out."}
      </p>
      <div className="mt-4">{isSetUp ? <Removal /> : <SetUpLink />}</div>
    </Card>
  );
}

function SetUpLink() {
  return (
    <LinkButton href="/account/security/authenticator" variant="primary">
      Set up the app
    </LinkButton>
  );
}

function Removal() {
  return (
    <Fold title="Remove the app…">
      <Form action={takeAuthenticatorAway} inline label="Remove the app" className="mt-3 max-w-sm space-y-4">
        <p className="text-pretty text-text-muted">
          From then on your password alone signs in, and your recovery codes open nothing any more.
        </p>
        <CodeField takes="factor" hint="Six digits of the app, or a recovery code." />
        <Submit variant="danger" pendingText="Removing…">
          Remove the app
        </Submit>
      </Form>
    </Fold>
  );
}
