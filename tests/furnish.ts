import { archiveClient } from "@/lib/clients/archive-client";
import { inviteMember } from "@/lib/companies/invite-member";
import type { Desk } from "@/lib/doors/console";
import { makeDueOf } from "@/lib/doors/recurring";
import { convertEstimate } from "@/lib/invoicing/convert-estimate";
import { createTemplate } from "@/lib/invoicing/save-template";
import { plainDate } from "@/lib/kernel/dates";
import type {
  AccountId,
  CatalogItemId,
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
import { postManualEntry } from "@/lib/ledger/post-manual-entry";
import { reverseEntry } from "@/lib/ledger/reverse-entry";
import { closePeriod } from "@/lib/reconciliation/close-period";
import { startTimer } from "@/lib/time/start-timer";
import {
  accountByCode,
  approved,
  billed,
  bookByHand,
  dollars,
  draft,
  issue,
  issued,
  newClient,
  newMonth,
  newPlan,
  newProject,
  newService,
  pay,
  reasons,
  takeBackInvoice,
  takeBackPayment,
  worked,
} from "./deeds";
import { acceptedEstimate, draftedEstimate } from "./estimate-deeds";
import {
  approvedExpense,
  chargedTo,
  draftedBill,
  newVendor,
  payVendor,
  postedBill,
  reimbursed,
  spentBy,
} from "./expense-deeds";
import { adjust, apply, credited } from "./settlement-deeds";
import { type Firm, noon, today } from "./world";

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
  creditNote: CreditNoteId;
  creditApplication: SettlementId;
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

  const account = await accountByCode(owner);
  await furnishPlans(firm, clientId, projectId);

  await furnishPayables(firm, clientId, projectId);
  await furnishEstimates(firm, clientId, projectId);
  await firm.admin.work((work) =>
    inviteMember(work, { email: `new@${firm.slug}.test`, displayName: "", role: "staff" }),
  );
  const manualEntry = await bookByHand(owner, "1000", "3000", "500");
  const reversedEntry = await bookByHand(owner, "6000", "1000", "12.34");
  await owner.work((work) => reverseEntry(work, { entryId: reversedEntry, entryOn: today, memo: "Twice" }));
  await owner.work((work) =>
    postManualEntry(work, {
      entryOn: today,
      memo: "Rest of the cheque",
      lines: [
        { accountId: account("1000"), debit: dollars("1"), credit: dollars("0"), memo: "" },
        { accountId: account("3000"), debit: dollars("0"), credit: dollars("1"), memo: "" },
      ],
      correctsEntryId: manualEntry,
      correctionReason: "A dollar was missing",
    }),
  );
  const period = await newMonth(owner, "2026-10");
  await closeEarlier(owner);
  return { clientId, projectId, itemId, ...time, ...money, manualEntry, reversedEntry, period, account };
}

/** August has one entry, and is under seal. */
async function closeEarlier(owner: Desk): Promise<void> {
  await bookByHand(owner, "1000", "3000", "7", plainDate("2026-08-15"));
  const periodId = await newMonth(owner, "2026-08");
  await owner.work((work) => closePeriod(work, { periodId, note: "", reasons }));
}

async function furnishTime(firm: Firm, clientId: ClientId, projectId: ProjectId, itemId: CatalogItemId) {
  const draftTime = await worked(firm.manager, projectId, 30, { itemId });
  const approvedTime = await approved(firm, projectId, 45);
  const billedTime = await approved(firm, projectId, 20, { itemId });
  const openInvoice = await billed(firm.manager, clientId, [billedTime]);
  await issue(firm.manager, openInvoice);
  return { draftTime, approvedTime, billedTime, openInvoice };
}

async function furnishPayables(firm: Firm, clientId: ClientId, projectId: ProjectId) {
  const { manager } = firm;
  await spentBy(manager, "5", { projectId });
  await reimbursed(manager, await approvedExpense(firm, "12", { paidBy: "member" }));
  await chargedTo(manager, clientId, [await approvedExpense(firm, "12", { projectId, isBillable: true })]);
  const vendorId = await newVendor(manager);
  await draftedBill(manager, vendorId);
  await payVendor(manager, vendorId, [[await postedBill(manager, vendorId), "40"]]);
}

async function furnishEstimates({ admin, manager }: Firm, clientId: ClientId, projectId: ProjectId) {
  const input = {
    kind: "estimate",
    name: "Usual",
    headerText: "",
    footerText: "",
    terms: "Net 30",
    notes: "",
  } as const;
  await admin.work((work) => createTemplate(work, { ...input, isDefault: true }));
  const estimateId = await acceptedEstimate(manager, clientId, { projectId });
  await manager.work((work) => convertEstimate(work, { estimateId }));
  await draftedEstimate(manager, clientId);
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
  // of a client of their own, so that the credit above stays what it says
  const another = await newClient(manager);
  await adjust(manager, another, "grant", "5");
  const settled = await issued(manager, another);
  const creditNote = await credited(manager, settled, "10");
  const creditApplication = await apply(manager, settled, "5");
  return {
    ...{ draftInvoice, partlyPaidInvoice, partPayment, overpayment, voidInvoice, voidPayment },
    ...{ creditNote, creditApplication },
  };
}

/** One that made its invoice, with its project's number, and one that could not make its own. */
async function furnishPlans({ manager }: Firm, clientId: ClientId, projectId: ProjectId) {
  await newPlan(manager, clientId, { projectId, useProjectNumbers: true });
  const gone = await newClient(manager);
  await newPlan(manager, gone);
  await manager.work((work) => archiveClient(work, { clientId: gone }));
  await makeDueOf(manager.seat.company.id, noon);
}
