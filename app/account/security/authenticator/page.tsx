import type { Metadata } from "next";
import { CodeField } from "@/components/form/code-field";
import { Form } from "@/components/form/form";
import { Revealed } from "@/components/form/revealed";
import { Submit } from "@/components/form/submit";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { QrCode } from "@/components/ui/qr-code";
import { myAuthenticatorSetup } from "@/lib/doors/my-account";
import type { Setup } from "@/lib/identity/authenticator";
import { setUpAuthenticator } from "../../actions";

export const metadata: Metadata = { title: "Authenticator app" };

/** The form stands there whether or not an app is set up: its answer, the recovery codes, must outlast the setting up. */
export default async function AuthenticatorPage() {
  const setup = await myAuthenticatorSetup();
  return (
    <>
      <PageHeader title="Authenticator app" breadcrumbs={[{ label: "Security", href: "/account/security" }]} />
      <Form action={setUpAuthenticator} inline label="Set up the app">
        <Revealed
          title="Your recovery codes, for the day the phone is lost"
          next={
            <LinkButton href="/account/security" variant="primary">
              I have kept them
            </LinkButton>
          }
        >
          {setup ? <Steps setup={setup} /> : <SetUpAlready />}
        </Revealed>
      </Form>
    </>
  );
}

function Steps({ setup: { uri, secret } }: { setup: Setup }) {
  return (
    <ol className="space-y-8">
      <li>
        <h2 className="text-lg font-semibold">1. Scan this with the app</h2>
        <p className="mt-1 max-w-[60ch] text-pretty text-text-muted">
          Any authenticator app will do, such as the one that comes with your password manager or your phone.
        </p>
        <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-4">
          <QrCode
            text={uri}
            label="QR code of the key that stands with it"
            className="size-44 rounded-lg border border-border"
          />
          <div className="min-w-0 flex-1 basis-64">
            <p className="text-text-muted">If you can't scan it, type this key into the app:</p>
            <p className="mt-1 font-mono text-lg break-words select-all">{inFours(secret)}</p>
          </div>
        </div>
      </li>
      <li>
        <h2 className="text-lg font-semibold">2. Enter the code that the app shows</h2>
        <div className="mt-3 max-w-sm space-y-4">
          <CodeField
            takes="digits"
            hint="Six digits, new every thirty seconds. Other browsers are signed out with it."
          />
          <Submit pendingText="Setting up…">Set up the app</Submit>
        </div>
      </li>
    </ol>
  );
}

function SetUpAlready() {
  return (
    <div className="space-y-4">
      <p className="text-text-muted">An app is set up already. To use another one, remove it first.</p>
      <LinkButton href="/account/security">Go to security</LinkButton>
    </div>
  );
}

/** As people copy it by hand. */
function inFours(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(" ") ?? secret;
}
