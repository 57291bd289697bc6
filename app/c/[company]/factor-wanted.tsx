import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";

/** For one session's length: then nothing opens without a second factor. */
export function FactorWanted() {
  return (
    <div className="mb-5 print:hidden">
      <Banner kind="warning" title="This company wants a second factor">
        <TextLink href="/account/security/authenticator">Set up an authenticator app</TextLink> soon: in half a day
        nothing opens here without one.
      </Banner>
    </div>
  );
}
