import type { Metadata } from "next";
import { CodeField } from "@/components/form/code-field";
import { Form } from "@/components/form/form";
import { Revealed } from "@/components/form/revealed";
import { Submit } from "@/components/form/submit";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { mySecurity } from "@/lib/doors/my-account";
import { renewRecoveryCodes } from "../../actions";

export const metadata: Metadata = { title: "Recovery codes" };

export default async function RecoveryCodesPage() {
  const { factors } = await mySecurity();
  return (
    <>
      <PageHeader title="Recovery codes" breadcrumbs={[{ label: "Security", href: "/account/security" }]} />
      {factors.authenticator || factors.passkey ? <Renewal /> : <NothingToRecover />}
    </>
  );
}

function Renewal() {
  return (
    <Form action={renewRecoveryCodes} inline label="Make new codes">
      <Revealed
        title="Your new recovery codes"
        next={
          <LinkButton href="/account/security" variant="primary">
            I have kept them
          </LinkButton>
        }
      >
        <div className="max-w-sm space-y-4">
          <p className="text-pretty text-text-muted">You get ten new codes, and the old ones open nothing any more.</p>
          <CodeField takes="factor" hint="Six digits of the app, or one of the old recovery codes." />
          <Submit pendingText="Making…">Make new codes</Submit>
        </div>
      </Revealed>
    </Form>
  );
}

function NothingToRecover() {
  return (
    <div className="space-y-4">
      <p className="text-text-muted">They stand in for an authenticator app. Set up the app, and they come with it.</p>
      <LinkButton href="/account/security/authenticator" variant="primary">
        Set up the app
      </LinkButton>
    </div>
  );
}
