import { MessagePage } from "@/components/layout/message-page";
import { LinkButton } from "@/components/ui/button";

export default function Forbidden() {
  return (
    <MessagePage
      code="403"
      title="Your role does not allow this"
      actions={
        <LinkButton href="/" variant="primary">
          Go to the start page
        </LinkButton>
      }
    >
      An owner or admin of the company can give you the role that this page needs.
    </MessagePage>
  );
}
