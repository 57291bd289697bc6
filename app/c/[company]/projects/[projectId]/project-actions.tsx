import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { LinkButton } from "@/components/ui/button";
import { timerAction } from "../../time/actions";
import { closeProjectAction, reopenProjectAction } from "../actions";

export function ProjectActions({
  home,
  companyId,
  project,
  mayWrite,
  mayInvoice,
}: {
  home: string;
  companyId: string;
  project: { id: string; clientId: string; status: string; clientIsActive: boolean };
  mayWrite: boolean;
  mayInvoice: boolean;
}) {
  const isOpen = project.status === "active" && project.clientIsActive;
  return (
    <>
      {isOpen ? (
        <Form action={timerAction} companyId={companyId} inline>
          <HiddenField name="intent" value="start" />
          <HiddenField name="projectId" value={project.id} />
          <Submit icon="play" variant={mayInvoice ? "secondary" : "primary"} pendingText="Starting…">
            Start timer
          </Submit>
        </Form>
      ) : null}
      {mayInvoice ? (
        <LinkButton
          href={`${home}/invoices/from-time?client=${project.clientId}&project=${project.id}`}
          variant="primary"
          icon="receipt-text"
        >
          Invoice time
        </LinkButton>
      ) : null}
      {mayWrite ? (
        <>
          <LinkButton href={`${home}/projects/${project.id}/edit`} icon="pencil">
            Edit
          </LinkButton>
          <Form
            action={project.status === "active" ? closeProjectAction : reopenProjectAction}
            companyId={companyId}
            inline
          >
            <HiddenField name="projectId" value={project.id} />
            <Submit variant="secondary" icon={project.status === "active" ? "circle-slash" : "undo"}>
              {project.status === "active" ? "Close" : "Reopen"}
            </Submit>
          </Form>
        </>
      ) : null}
    </>
  );
}
