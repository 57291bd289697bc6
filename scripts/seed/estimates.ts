import { getCompany } from "@/lib/companies/queries";
import { updateCompany } from "@/lib/companies/update-company";
import { acceptEstimate } from "@/lib/invoicing/accept-estimate";
import { convertEstimate, invoiceDeposit, invoicePart } from "@/lib/invoicing/convert-estimate";
import { declineEstimate, withdrawEstimate } from "@/lib/invoicing/decline-estimate";
import type { TemplateKind } from "@/lib/invoicing/document-template";
import { draftEstimate } from "@/lib/invoicing/draft-estimate";
import type { EstimateKind } from "@/lib/invoicing/estimate";
import { noDiscount } from "@/lib/invoicing/invoice";
import { createTemplate } from "@/lib/invoicing/save-template";
import { sendEstimate } from "@/lib/invoicing/send-estimate";
import { addDays } from "@/lib/kernel/dates";
import type { EstimateId } from "@/lib/kernel/ids";
import { cents, type RatePpm } from "@/lib/kernel/money";
import { type Clock, workdayUntil } from "./calendar";
import { type Firm, managerOf } from "./firm";
import { issue, lineOf } from "./invoices";
import { clientOf } from "./projects";

type Answer = "draft" | "sent" | "expired" | "accepted" | "declined" | "withdrawn";
type Billing = "whole" | "part" | "deposit";
type EstimatePlan = {
  kind: EstimateKind;
  ago: number;
  client: string;
  work: [what: string, dollars: number][];
  answer: Answer;
  depositPercent?: number;
  bills?: Billing;
};

/** In every state, the oldest first; what is accepted is billed whole, in parts, or by its deposit. */
const plans: EstimatePlan[] = [
  {
    kind: "estimate",
    ago: 58,
    client: "Bramblewood Homes",
    work: [["Boundary survey, lot 14", 4_800]],
    answer: "expired",
  },
  {
    ...{ kind: "proposal", ago: 55, client: "Castine Street Partners", answer: "accepted", depositPercent: 30 },
    work: [
      ["Existing conditions survey", 9_600],
      ["Site plan, three sheets", 7_400],
      ["Permit set and filing", 3_250],
    ],
    bills: "part",
  },
  {
    kind: "estimate",
    ago: 52,
    client: "Dovetail Builders",
    work: [["Construction staking", 2_950]],
    answer: "declined",
  },
  {
    ...{ kind: "estimate", ago: 44, client: "Eastgate Self Storage", answer: "accepted", bills: "whole" },
    work: [
      ["Topographic survey", 6_200],
      ["Drainage report", 1_850],
    ],
  },
  {
    kind: "proposal",
    ago: 41,
    client: "Fennimore Realty Trust",
    work: [["Subdivision plan", 18_500]],
    answer: "expired",
  },
  {
    ...{ kind: "proposal", ago: 34, client: "Gallowglass Brewing", answer: "accepted", depositPercent: 25 },
    work: [
      ["Beer garden, concept and plans", 11_200],
      ["Planting plan", 2_600],
    ],
    bills: "deposit",
  },
  {
    kind: "estimate",
    ago: 27,
    client: "Castine Street Partners",
    work: [["As-built survey", 3_400]],
    answer: "withdrawn",
  },
  {
    kind: "estimate",
    ago: 19,
    client: "Bramblewood Homes",
    work: [["Plot plan for a pool", 1_150]],
    answer: "accepted",
  },
  {
    kind: "proposal",
    ago: 16,
    client: "Dovetail Builders",
    work: [["Twelve lots, staking", 14_400]],
    answer: "declined",
  },
  { kind: "estimate", ago: 12, client: "Fennimore Realty Trust", work: [["Easement sketch", 980]], answer: "sent" },
  {
    kind: "proposal",
    ago: 9,
    client: "Eastgate Self Storage",
    work: [["Expansion, site design", 22_750]],
    answer: "sent",
  },
  { kind: "estimate", ago: 5, client: "Gallowglass Brewing", work: [["Drone mapping", 1_900]], answer: "sent" },
  { kind: "estimate", ago: 3, client: "Castine Street Partners", work: [["Corner markers", 640]], answer: "draft" },
  { kind: "proposal", ago: 2, client: "Bramblewood Homes", work: [["Phase two, layout", 16_300]], answer: "draft" },
];

const terms =
  "Payment is due within 30 days of the invoice. Work beyond what is described here is agreed in writing and charged by the hour. Drawings remain ours until they are paid.";

/** A default template of each kind, then estimates and proposals in every state. */
export function scheduleEstimates(firm: Firm): void {
  firm.agenda.on(daysAgo(firm, 61), async (clock) => {
    await addLetterhead(firm, clock);
    for (const kind of ["invoice", "estimate", "proposal"] as const) await makeTemplate(firm, kind, clock);
  });
  for (const plan of plans) scheduleEstimate(firm, plan);
}

async function addLetterhead({ bookkeeper: { desk } }: Firm, clock: Clock): Promise<void> {
  const now = clock.next();
  const company = await getCompany(desk.scope(now));
  const letterhead = {
    address: "18 Chandlery Row\nPortsmouth, NH 03801",
    email: "office@northmoor.example",
    phone: "(603) 555-0142",
  };
  await desk.work((work) => updateCompany(work, { ...company, ...letterhead }), { now });
}

async function makeTemplate(firm: Firm, kind: TemplateKind, clock: Clock): Promise<void> {
  const headerText =
    kind === "proposal" ? "Thank you for asking us. This is what we propose to do, and what it costs." : "";
  const footerText = kind === "invoice" ? "Thank you for your business." : "";
  const input = { kind, name: "Standard terms", headerText, footerText, terms, notes: "", isDefault: true };
  await firm.bookkeeper.desk.work((work) => createTemplate(work, input), { now: clock.next() });
}

function scheduleEstimate(firm: Firm, plan: EstimatePlan): void {
  const { desk } = managerOf(firm, plan.ago);
  const day = daysAgo(firm, plan.ago);
  let estimateId: EstimateId;
  firm.agenda.on(day, async (clock) => {
    const clientId = await clientOf(firm, plan.client, clock);
    const deposit = { ppm: ((plan.depositPercent ?? 0) * 10_000) as RatePpm, cents: cents(0) };
    const lines = plan.work.map(([what, dollars]) => lineOf(what, 1, cents(dollars * 100)));
    const head = { kind: plan.kind, clientId, projectId: null, issuedOn: day, validUntil: addDays(day, 30) };
    const rest = { reference: "", notes: "", terms, taxPercent: 0 as RatePpm, discount: noDiscount, deposit, lines };
    const input = { ...head, ...rest };
    ({ estimateId } = await desk.work((work) => draftEstimate(work, input), { now: clock.next() }));
    if (plan.answer === "draft") return;
    await desk.work((work) => sendEstimate(work, { estimateId, revision: 0 }), { now: clock.next() });
  });
  if (!["accepted", "declined", "withdrawn"].includes(plan.answer)) return;
  const decided = workdayUntil(addDays(day, 6));
  firm.agenda.on(decided, (clock) => answerEstimate(firm, plan, estimateId, clock));
}

async function answerEstimate(firm: Firm, plan: EstimatePlan, estimateId: EstimateId, clock: Clock): Promise<void> {
  const { desk } = managerOf(firm, plan.ago);
  const now = clock.next();
  if (plan.answer === "accepted") {
    const yes = { estimateId, name: "Jordan Whitcomb", acceptedOn: clock.day };
    await desk.work((work) => acceptEstimate(work, yes), { now });
    return billEstimate(firm, plan, estimateId, clock);
  }
  const isTaken = plan.answer === "withdrawn";
  const reason = isTaken ? "The scope has changed; a new one follows" : "They chose another firm";
  const deed = isTaken ? withdrawEstimate : declineEstimate;
  await desk.work((work) => deed(work, { estimateId, decidedOn: clock.day, reason }), { now });
}

async function billEstimate(firm: Firm, plan: EstimatePlan, estimateId: EstimateId, clock: Clock): Promise<void> {
  if (!plan.bills) return;
  const person = managerOf(firm, plan.ago);
  const deed = { whole: convertEstimate, deposit: invoiceDeposit, part: invoicePart }[plan.bills];
  const input = { estimateId, percent: 400_000 as RatePpm };
  const { invoiceId } = await person.desk.work((work) => deed(work, input), { now: clock.next() });
  firm.counts.invoices += 1;
  await issue(person, invoiceId, clock.next());
}

function daysAgo(firm: Firm, days: number) {
  return workdayUntil(addDays(firm.today, -days));
}
