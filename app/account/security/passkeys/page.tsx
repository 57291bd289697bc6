import type { Metadata } from "next";
import { PasskeyForm } from "@/components/form/passkey-form";
import { Revealed } from "@/components/form/revealed";
import { TextField } from "@/components/form/text-field";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { myPasskeys } from "@/lib/doors/my-passkeys";
import { keepPasskey, offerNewPasskey } from "../../actions";

export const metadata: Metadata = { title: "Add a passkey" };

export default async function NewPasskeyPage() {
  const passkeys = await myPasskeys();
  const back = [{ label: "Security", href: "/account/security" as const }];
  return (
    <>
      <PageHeader
        title="Add a passkey"
        breadcrumbs={back}
        description="Your device makes a key that never leaves it, and asks for your finger, your face or its PIN each time."
      />
      {passkeys === null ? (
        <p className="max-w-[65ch] text-text-muted">
          Passkeys belong to a name, and this address is a number. Open the product by its name to set one up.
        </p>
      ) : (
        <div className="max-w-md">
          <PasskeyForm makes action={keepPasskey} offer={offerNewPasskey} label="Make the passkey" primary>
            <Revealed
              title="Your recovery codes, for the day the device is lost"
              next={
                <LinkButton href="/account/security" variant="primary">
                  I have kept them
                </LinkButton>
              }
            >
              <TextField
                name="name"
                label="Name of the device"
                defaultValue={passkeys.length === 0 ? "This device" : ""}
                hint="For you, to tell your passkeys apart."
              />
            </Revealed>
          </PasskeyForm>
        </div>
      )}
    </>
  );
}
