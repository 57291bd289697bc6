"use client";

import { Button, LinkButton } from "@/components/ui/button";
import { MessagePage } from "./message-page";

/** Our fault, said so, with the id under which the log knows it. */
export function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = digestOf(error);
  return (
    <MessagePage
      title="Something went wrong on our side"
      actions={
        <>
          <Button variant="primary" onClick={() => retry()}>
            Try again
          </Button>
          <LinkButton href="/">Go to the start page</LinkButton>
        </>
      }
    >
      <p>Nothing you had saved is lost. Try again; if it stays, tell us this number and we find what happened.</p>
      {digest ? (
        <p className="mt-3">
          Error <span className="font-mono text-sm text-text select-all">{digest}</span>
        </p>
      ) : null}
    </MessagePage>
  );
}

function digestOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("digest" in error)) return null;
  return typeof error.digest === "string" ? error.digest : null;
}
