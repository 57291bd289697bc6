import type { ReactNode } from "react";
import type { Confirmation } from "@/components/form/confirmation";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import type { Scope } from "@/lib/access/scope";
import type { getMember } from "@/lib/companies/queries";
import type { FormAction } from "@/lib/kernel/form-state";
import {
  deactivateMemberAction,
  endMemberSessionsAction,
  reactivateMemberAction,
  resetMemberFactorsAction,
  unlockMemberAction,
} from "../actions";
import { RoleForm } from "./role-form";
import { TransferForm } from "./transfer-form";

export type Member = Awaited<ReturnType<typeof getMember>>;

/** What can be done to a member's place and sign-in; nothing to one's own, and to an owner's by owners alone. */
export function MemberAccess({ scope, member }: { scope: Scope<"members.write">; member: Member }) {
  if (member.id === scope.member.id)
    return (
      <Banner kind="lock" title="This is you">
        Another admin changes your role or deactivates you. An owner hands the company on from the page of whoever is to
        have it.
      </Banner>
    );
  if (member.role === "owner" && scope.member.role !== "owner")
    return (
      <Banner kind="lock" title="An owner">
        Only an owner changes the role or the sign-in of an owner.
      </Banner>
    );
  if (!member.isActive) return <Reactivation scope={scope} member={member} />;
  return (
    <>
      <RoleForm scope={scope} member={member} />
      <SignIn scope={scope} member={member} />
      {scope.can("company.transfer") && member.role !== "owner" ? <TransferForm scope={scope} member={member} /> : null}
      <Deactivation scope={scope} member={member} />
    </>
  );
}

type Props = { scope: Scope<"members.write">; member: Member };

function SignIn({ scope, member }: Props) {
  const { name } = member;
  const given = { companyId: scope.company.id, member };
  return (
    <Card title="Sign-in">
      <ul className="divide-y divide-border">
        <Deed
          {...given}
          action={endMemberSessionsAction}
          button="Sign out everywhere"
          what="For a device that was lost. Their password stays."
          confirm={{
            title: `Sign ${name} out everywhere?`,
            effect: "Every session ends at once. They can sign in again.",
            action: "Sign out",
          }}
        />
        <Deed
          {...given}
          action={unlockMemberAction}
          button="Unlock"
          what="For somebody who was locked out after wrong passwords."
        />
        <Deed
          {...given}
          action={resetMemberFactorsAction}
          button="Reset second factor"
          what="For a phone that was lost together with the recovery codes."
          confirm={{
            title: `Reset the second factor of ${name}?`,
            effect:
              "The app, passkeys and recovery codes of this login are removed, and every session ends. Until a new one is set up, the password alone opens the account. Make sure that it is really they who ask.",
            action: "Reset second factor",
            danger: true,
          }}
        />
      </ul>
    </Card>
  );
}

function Deactivation({ scope, member }: Props) {
  const { name } = member;
  return (
    <Card title="Leaving">
      <Deed
        companyId={scope.company.id}
        member={member}
        action={deactivateMemberAction}
        button="Deactivate"
        what="Frees the seat. Time, expenses and projects stay under their name."
        confirm={{
          title: `Deactivate ${name}?`,
          effect: `${name} is signed out and does not see ${scope.company.name} any more. A running timer is stopped. What they worked stays under their name, and they can be activated again where a seat is free.`,
          action: "Deactivate",
          danger: true,
        }}
        plain
      />
    </Card>
  );
}

function Reactivation({ scope, member }: Props) {
  return (
    <Card title="Coming back">
      <Deed
        companyId={scope.company.id}
        member={member}
        action={reactivateMemberAction}
        button="Activate again"
        what="Takes a seat, in the role of before."
        plain
      />
    </Card>
  );
}

type DeedProps = {
  companyId: string;
  member: Member;
  action: FormAction;
  button: string;
  what: ReactNode;
  confirm?: Confirmation;
  /** Alone, and no row of a list. */
  plain?: boolean;
};

function Deed({ companyId, member, action, button, what, confirm, plain }: DeedProps) {
  const Row = plain ? "div" : "li";
  return (
    <Row className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0">
      <p className="min-w-0 flex-1 basis-60 text-pretty text-text-muted">{what}</p>
      <Form action={action} companyId={companyId} inline label={button} confirm={confirm}>
        <HiddenField name="memberId" value={member.id} />
        <Submit variant="secondary">{button}</Submit>
      </Form>
    </Row>
  );
}
