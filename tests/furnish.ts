import type {
  AccountId,
  CatalogItemId,
  ClientId,
  InvoiceId,
  JournalEntryId,
  PaymentId,
  PeriodId,
  ProjectId,
  TimeEntryId,
} from "@/lib/kernel/ids";
import { reverseEntry } from "@/lib/ledger/reverse-entry";
import { startTimer } from "@/lib/time/start-timer";
import {
  accountByCode,
  approved,
  billed,
  bookByHand,
  draft,
  issue,
  issued,
  newClient,
  newMonth,
  newProject,
  newService,
  pay,
  takeBackInvoice,
  takeBackPayment,
  worked,
} from "./deeds";
import { type Firm, today } from "./world";

/** One record of each kind and state, all dated on the world's day: every table of the company holds rows. */
export type Furnished = {
  clientId: ClientId;
  projectId: ProjectId;
  itemId: CatalogItemId;
  draftTime: TimeEntryId;
  approvedTime: TimeEntryId;
  billedTime: TimeEntryId;
  draftInvoice: InvoiceId;
  /** Carries the billed time; nothing is paid of it. */
  openInvoice: InvoiceId;
  /** $100.00, of which $40.00 are paid. */
  partlyPaidInvoice: InvoiceId;
  partPayment: PaymentId;
  /** Paid with $25.00 too much: the client's credit. */
  overpayment: PaymentId;
  voidInvoice: InvoiceId;
  voidPayment: PaymentId;
  manualEntry: JournalEntryId;
  reversedEntry: JournalEntryId;
  period: PeriodId;
  account: (code: string) => AccountId;
};

export async function furnish(firm: Firm): Promise<Furnished> {
  const { owner, manager } = firm;
  const clientId = await newClient(manager);
  const itemId = await newService(manager);
  const projectId = await newProject(manager, clientId, { memberIds: [manager.seat.member.id] });
  await manager.work((work) => startTimer(work, { projectId, itemId: null, note: "" }));
  const time = await furnishTime(firm, clientId, projectId, itemId);
  const money = await furnishMoney(firm, clientId);

  const manualEntry = await bookByHand(owner, "1000", "3000", "500");
  const reversedEntry = await bookByHand(owner, "6000", "1000", "12.34");
  await owner.work((work) => reverseEntry(work, { entryId: reversedEntry, entryOn: today, memo: "Twice" }));
  const period = await newMonth(owner, "2026-10");
  const account = await accountByCode(owner);
  return { clientId, projectId, itemId, ...time, ...money, manualEntry, reversedEntry, period, account };
}

async function furnishTime(firm: Firm, clientId: ClientId, projectId: ProjectId, itemId: CatalogItemId) {
  const draftTime = await worked(firm.manager, projectId, 30, { itemId });
  const approvedTime = await approved(firm, projectId, 45);
  const billedTime = await approved(firm, projectId, 20, { itemId });
  const openInvoice = await billed(firm.manager, clientId, [billedTime]);
  await issue(firm.manager, openInvoice);
  return { draftTime, approvedTime, billedTime, openInvoice };
}

async function furnishMoney({ manager }: Firm, clientId: ClientId) {
  const draftInvoice = await draft(manager, clientId);
  const partlyPaidInvoice = await issued(manager, clientId);
  const partPayment = await pay(manager, partlyPaidInvoice, "40");
  const overpaid = await issued(manager, clientId);
  const overpayment = await pay(manager, overpaid, "125", { acceptExcess: true });
  const voidInvoice = await issued(manager, clientId);
  const voidPayment = await pay(manager, voidInvoice, "10");
  await takeBackPayment(manager, voidPayment);
  await takeBackInvoice(manager, voidInvoice);
  return { draftInvoice, partlyPaidInvoice, partPayment, overpayment, voidInvoice, voidPayment };
}
