"use client";

import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/lib/kernel/form-state";
import { Form } from "./form";

type Common = {
  action: FormAction;
  label: string;
  primary?: boolean;
  /** Fields that travel along. */
  children?: ReactNode;
};

type PasskeyFormProps = Common &
  (
    | { makes: true; offer: () => Promise<PublicKeyCredentialCreationOptionsJSON | null> }
    | { makes?: false; offer: () => Promise<PublicKeyCredentialRequestOptionsJSON | null> }
  );

/** A button that has the browser make or use a passkey, and sends what it answers. Absent where the browser knows none. */
export function PasskeyForm(props: PasskeyFormProps) {
  const { action, label, primary, children } = props;
  const answer = useRef<HTMLInputElement>(null);
  const [isKnown, setKnown] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => setKnown(browserSupportsWebAuthn()), []);
  if (!isKnown) return null;

  async function ask(): Promise<void> {
    const form = answer.current?.form;
    if (!answer.current || !form) return;
    setTrouble(null);
    try {
      const credential = await credentialFrom(props);
      if (!credential) return setTrouble("Passkeys can't be used just now. Wait a moment, or go another way.");
      answer.current.value = JSON.stringify(credential);
      form.requestSubmit();
    } catch {
      setTrouble("No passkey was used. Try again, or go another way.");
    }
  }

  return (
    <Form action={action} inline label={label}>
      <input ref={answer} type="hidden" name="credential" />
      {children}
      <Button
        type="button"
        icon="shield-check"
        variant={primary ? "primary" : undefined}
        className="w-full"
        onClick={ask}
      >
        {label}
      </Button>
      {trouble ? (
        <p role="alert" className="text-sm text-danger-fg">
          {trouble}
        </p>
      ) : null}
    </Form>
  );
}

async function credentialFrom(props: PasskeyFormProps): Promise<object | null> {
  if (props.makes) {
    const optionsJSON = await props.offer();
    return optionsJSON && startRegistration({ optionsJSON });
  }
  const optionsJSON = await props.offer();
  return optionsJSON && startAuthentication({ optionsJSON });
}
