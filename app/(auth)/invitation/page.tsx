import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { AuthLayout } from "@/components/layout/auth-layout";
import { Button, LinkButton } from "@/components/ui/button";
import { type Offer, viewInvitation } from "@/lib/doors/guest/invitation";
import { one, type SearchParams } from "@/lib/kernel/listing";
import { acceptInvitation, joinAsNew, signOut } from "../actions";

export const metadata: Metadata = { title: "Invitation", robots: { index: false } };

export default async function InvitationPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const token = one((await searchParams).token);
  const view = await viewInvitation(token);
  if (view.is === "over")
    return (
      <AuthLayout title="This invitation is over" description={view.sentence}>
        <LinkButton href="/companies">Your companies</LinkButton>
      </AuthLayout>
    );
  return (
    <AuthLayout
      title={`Join ${view.companyName}`}
      description={`${view.inviter} invites ${view.email} to work in ${view.companyName} as ${view.role}. It can be accepted until ${view.until}.`}
    >
      {view.is === "own" ? <Accept token={token} companyName={view.companyName} /> : null}
      {view.is === "login" ? <ToSignIn here={hereOf(token)} view={view} /> : null}
      {view.is === "new" ? <NewLogin token={token} view={view} /> : null}
      {view.is === "others" ? <Others here={hereOf(token)} view={view} /> : null}
    </AuthLayout>
  );
}

function hereOf(token: string): string {
  return `/invitation?token=${encodeURIComponent(token)}`;
}

function Accept({ token, companyName }: { token: string; companyName: string }) {
  return (
    <Form action={acceptInvitation} inline>
      <HiddenField name="token" value={token} />
      <Submit size="lg" className="w-full" pendingText="Joining…">
        {`Join ${companyName}`}
      </Submit>
    </Form>
  );
}

function ToSignIn({ here, view }: { here: string; view: Offer }) {
  return (
    <div className="space-y-4">
      <p className="text-pretty">{`${view.email} has a login already. Sign in, and you come back here.`}</p>
      <LinkButton href={`/sign-in?next=${encodeURIComponent(here)}`} variant="primary" size="lg" className="w-full">
        Sign in
      </LinkButton>
    </div>
  );
}

function NewLogin({ token, view }: { token: string; view: Offer }) {
  return (
    <Form action={joinAsNew} inline className="space-y-5">
      <HiddenField name="token" value={token} />
      <p className="text-pretty text-text-muted">
        {"Your login will be "}
        <strong className="font-medium break-all text-text">{view.email}</strong>.
      </p>
      <TextField name="name" label="Your name" autoComplete="name" defaultValue={view.displayName} />
      <TextField
        name="password"
        label="Password"
        type="password"
        autoComplete="new-password"
        hint="8 characters or more; a few words are better than a riddle."
      />
      <Submit size="lg" className="w-full" pendingText="Joining…">
        Create login and join
      </Submit>
    </Form>
  );
}

function Others({ here, view }: { here: string; view: Offer & { signedInAs: string } }) {
  return (
    <div className="space-y-4">
      <p className="text-pretty">
        {`You are signed in as ${view.signedInAs}, and this invitation is for ${view.email}. Sign out to accept it with that address.`}
      </p>
      <div className="flex flex-wrap gap-2">
        <form action={signOut}>
          <HiddenField name="next" value={here} />
          <Button type="submit" icon="log-out">
            Sign out
          </Button>
        </form>
        <LinkButton href="/companies" variant="ghost">
          Your companies
        </LinkButton>
      </div>
    </div>
  );
}
