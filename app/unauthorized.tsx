import { MessagePage } from "@/components/layout/message-page";
import { LinkButton } from "@/components/ui/button";

export default function Unauthorized() {
  return (
    <MessagePage
      code="401"
      title="Sign in to see this page"
      actions={
        <LinkButton href="/" variant="primary">
          Go to the start page
        </LinkButton>
      }
    >
      You are signed out, or your session has ended.
    </MessagePage>
  );
}
