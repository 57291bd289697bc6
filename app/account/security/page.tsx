import type { Metadata } from "next";
import { mySecurity } from "@/lib/doors/my-account";
import { myPasskeys } from "@/lib/doors/my-passkeys";
import { myTimeZone } from "@/lib/doors/page";
import { AccountHead } from "../account-head";
import { AuthenticatorCard } from "./authenticator-card";
import { HistoryCard } from "./history-card";
import { PasskeysCard } from "./passkeys-card";
import { RecoveryCodesCard } from "./recovery-codes-card";
import { SessionsCard } from "./sessions-card";

export const metadata: Metadata = { title: "Security" };

export default async function SecurityPage() {
  const [security, passkeys, timeZone] = await Promise.all([mySecurity(), myPasskeys(), myTimeZone()]);
  const { email, factors, recoveryCodes, sessions, sessionId, history } = security;
  return (
    <>
      <AccountHead
        title="Security"
        description={
          <>
            How <span className="break-all">{email}</span> signs in, and where it is signed in now.
          </>
        }
      />
      <div className="space-y-6">
        <AuthenticatorCard isSetUp={factors.authenticator} />
        {passkeys ? <PasskeysCard passkeys={passkeys} timeZone={timeZone} /> : null}
        {factors.authenticator || factors.passkey ? <RecoveryCodesCard left={recoveryCodes} /> : null}
        <SessionsCard sessions={sessions} current={sessionId} timeZone={timeZone} />
        <HistoryCard events={history} timeZone={timeZone} />
      </div>
    </>
  );
}
