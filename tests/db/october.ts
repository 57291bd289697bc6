import type { Desk } from "@/lib/doors/console";
import { plainDate } from "@/lib/kernel/dates";
import type {
  ClientId,
  CreditNoteId,
  InvoiceId,
  JournalEntryId,
  PaymentId,
  PeriodId,
  ProjectId,
  SettlementId,
  TimeEntryId,
} from "@/lib/kernel/ids";
import { approved, bookByHand, draft, issued, newClient, newMonth, newProject, pay, worked } from "../deeds";
import { adjust, credited, note } from "../settlement-deeds";
import type { Firm } from "../world";
import { type Payables, payables } from "./payable-verbs";

export const october = plainDate("2026-10-15");
export const november = plainDate("2026-11-15");

export type Books = {
  clientId: ClientId;
  projectId: ProjectId;
  period: PeriodId;
  octoberDraft: InvoiceId;
  novemberDraft: InvoiceId;
  octoberInvoice: InvoiceId;
  paidInvoice: InvoiceId;
  octoberPayment: PaymentId;
  octoberTime: TimeEntryId;
  novemberTime: TimeEntryId;
  approvedTime: TimeEntryId;
  octoberEntry: JournalEntryId;
  edited: InvoiceId;
  deleted: InvoiceId;
  /** Half paid, with credit of its client beside it, and credit notes. */
  settledInvoice: InvoiceId;
  settledPayment: PaymentId;
  octoberGrant: SettlementId;
  draftNote: CreditNoteId;
  postedNote: CreditNoteId;
} & Payables;

/** October has been worked in, and its period is open. */
export async function october2026(firm: Firm): Promise<Books> {
  const { manager, owner } = firm;
  const clientId = await newClient(manager);
  const projectId = await newProject(manager, clientId);
  const paidInvoice = await issued(manager, clientId, { issuedOn: october });
  return {
    clientId,
    projectId,
    paidInvoice,
    octoberDraft: await draft(manager, clientId, { issuedOn: october }),
    novemberDraft: await draft(manager, clientId, { issuedOn: november }),
    octoberInvoice: await issued(manager, clientId, { issuedOn: october }),
    octoberPayment: await pay(manager, paidInvoice, "60", { receivedOn: october }),
    octoberTime: await worked(manager, projectId, 30, { workedOn: october }),
    novemberTime: await worked(manager, projectId, 30, { workedOn: november }),
    approvedTime: await approved(firm, projectId, 45, { workedOn: october }),
    edited: await draft(manager, clientId, { issuedOn: october }),
    deleted: await draft(manager, clientId, { issuedOn: october }),
    ...(await settleSome(manager, clientId)),
    ...(await payables(firm)),
    octoberEntry: await bookByHand(owner, "6000", "1000", "3", october),
    period: await newMonth(owner, "2026-10"),
  };
}

async function settleSome(manager: Desk, clientId: ClientId) {
  const settledInvoice = await issued(manager, clientId, { issuedOn: october });
  return {
    settledInvoice,
    settledPayment: await pay(manager, settledInvoice, "50", { receivedOn: october }),
    octoberGrant: await adjust(manager, clientId, "grant", "30", october),
    draftNote: await note(manager, settledInvoice, "5", null, october),
    postedNote: await credited(manager, settledInvoice, "4", null, october),
  };
}
