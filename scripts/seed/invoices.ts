import { deleteInvoice } from "@/lib/invoicing/delete-invoice";
import { draftInvoice } from "@/lib/invoicing/draft-invoice";
import type { Grouping, InvoiceLineInput, NewInvoiceInput } from "@/lib/invoicing/inputs";
import { noDiscount } from "@/lib/invoicing/invoice";
import { invoiceTime } from "@/lib/invoicing/invoice-time";
import { issueInvoice } from "@/lib/invoicing/issue-invoice";
import { getInvoice } from "@/lib/invoicing/queries";
import { updateInvoice } from "@/lib/invoicing/update-invoice";
import { addDays, addMonths, daysBetween, firstOfMonth, formatMonth, type PlainDate } from "@/lib/kernel/dates";
import type { ClientId, InvoiceId, ProjectId } from "@/lib/kernel/ids";
import { type Cents, cents, type Quantity, type RatePpm } from "@/lib/kernel/money";
import { listUnbilledClients, listUnbilledTime } from "@/lib/time/queries";
import { inParallel } from "./agenda";
import { type Clock, isWorkday, nthWorkday } from "./calendar";
import { type Firm, managerOf, named, type Person, type Project } from "./firm";
import { schedulePayment } from "./payments";

type Draft = { project: Project; person: Person; invoiceId: InvoiceId };

/** What a month's invoices by hand are, at least. */
const leastByHand = 4;
/** Drafts of the last days wait for somebody to look at them. */
const fresh = 8;

/** On the sixth workday last month's time is invoiced, a project at a time; by hand come as many as the month still lacks. */
export function scheduleInvoices(firm: Firm): void {
  const first = addMonths(firstOfMonth(firm.foundedOn), 1);
  for (let month = first; month < firm.today; month = addMonths(month, 1)) {
    firm.agenda.on(nthWorkday(month, 6), async (clock) => {
      const fromTime = await invoiceMonth(firm, clock);
      const share = (firm.plan.invoicesPerMonth * leastByHand) / 44;
      scheduleByHand(firm, clock.day, Math.max(Math.ceil(share), firm.plan.invoicesPerMonth - fromTime));
    });
  }
}

/** A draft by hand, due after the firm's usual days. */
export function invoiceOf(
  clientId: ClientId,
  issuedOn: PlainDate,
  lines: InvoiceLineInput[],
  rest: Partial<NewInvoiceInput> = {},
): NewInvoiceInput {
  const dueOn = addDays(issuedOn, 30);
  const blank = {
    kind: "standard" as const,
    projectId: null,
    useProjectNumbers: false,
    reference: "",
    notes: "",
    taxPercent: 0 as RatePpm,
    discount: noDiscount,
  };
  return { clientId, issuedOn, dueOn, lines, ...blank, ...rest };
}

export function lineOf(description: string, count: number, unitPrice: Cents, isTaxable = false): InvoiceLineInput {
  const quantity = (count * 10_000) as Quantity;
  return { lineId: null, itemId: null, description, quantity, unitPrice, discount: noDiscount, isTaxable, tax: null };
}

export async function draftByHand(firm: Firm, { desk }: Person, input: NewInvoiceInput, now: Date): Promise<InvoiceId> {
  const { invoiceId } = await desk.work((work) => draftInvoice(work, input), { now });
  firm.counts.invoices += 1;
  return invoiceId;
}

export async function issue({ desk }: Person, invoiceId: InvoiceId, now: Date, revision = 0): Promise<void> {
  await desk.work((work) => issueInvoice(work, { invoiceId, revision }), { now });
}

/** A draft for each project with time, all at once; then they are looked through and issued likewise. What chance says, it says in their order. */
async function invoiceMonth(firm: Firm, clock: Clock): Promise<number> {
  const drafts: Draft[] = [];
  const { desk } = managerOf(firm, 0);
  const owing = await listUnbilledClients(desk.scope(clock.next()));
  const clientIds = new Set(owing.map(({ clientId }) => clientId));
  const projects = firm.projects.filter((project) => !project.isHeld && clientIds.has(project.clientId));
  const jobs = projects.map((project) => {
    const person = managerOf(firm, project.number);
    const grouping = firm.dice.deeds.pick(["service", "service", "one", "entry"] as const);
    return async () => {
      const draft = await draftTime(project, person, grouping, clock);
      if (draft) drafts.push(draft);
    };
  });
  await inParallel(jobs);
  drafts.sort((a, b) => a.project.number - b.project.number);
  const amended = drafts.map(() => firm.dice.deeds.chance(10));
  await inParallel(drafts.map((draft, i) => () => issueTime(firm, draft, amended[i] === true, clock)));
  for (const { invoiceId } of drafts) schedulePayment(firm, invoiceId, clock.day);
  firm.counts.invoices += drafts.length;
  return drafts.length;
}

async function draftTime(project: Project, person: Person, grouping: Grouping, clock: Clock): Promise<Draft | null> {
  const { id: projectId, clientId } = project;
  const now = clock.next(1);
  const unbilled = await listUnbilledTime(person.desk.scope(now), { clientId, projectId });
  const due = unbilled.filter((entry) => entry.workedOn < firstOfMonth(clock.day));
  if (due.length === 0) return null;
  const input = { clientId, projectId, timeEntryIds: due.map((entry) => entry.id), grouping };
  const { invoiceId } = await person.desk.work((work) => invoiceTime(work, input), { now });
  return { project, person, invoiceId };
}

async function issueTime(firm: Firm, { person, invoiceId }: Draft, isAmended: boolean, clock: Clock): Promise<void> {
  if (isAmended) await addPrints(firm, person, invoiceId, clock.next(1));
  await issue(person, invoiceId, clock.next(1), isAmended ? 1 : 0);
}

/** Plots go on the invoice of the time, with sales tax. */
async function addPrints(firm: Firm, { desk }: Person, invoiceId: InvoiceId, now: Date): Promise<void> {
  const prints = productLine(firm, "Plot set 24 × 36", 3);
  await desk.work(
    async (work) => {
      const { invoice, lines } = await getInvoice(work, invoiceId);
      const { clientId, projectId, issuedOn, dueOn, reference, revision } = invoice;
      const kept = lines.map(({ id, itemId, description, quantity, unitPriceCents, isTaxable }) => ({
        ...{ lineId: id, itemId, description, quantity, unitPrice: unitPriceCents, isTaxable },
        ...{ discount: noDiscount, tax: null },
      }));
      const head = { kind: "standard" as const, invoiceId, revision, clientId, projectId, issuedOn, dueOn, reference };
      const { taxPercent } = firm.plan;
      const added = {
        useProjectNumbers: false,
        notes: "Thank you for your business.",
        taxPercent,
        discount: noDiscount,
      };
      await updateInvoice(work, { ...head, ...added, lines: [...kept, prints] });
    },
    { now },
  );
}

function scheduleByHand(firm: Firm, from: PlainDate, count: number): void {
  const days: PlainDate[] = [];
  for (let day = addDays(from, 1); days.length < 12; day = addDays(day, 1)) if (isWorkday(day)) days.push(day);
  for (let i = 0; i < count; i++) {
    firm.agenda.on(days[Math.floor((i * days.length) / count)] as PlainDate, (clock) => invoiceByHand(firm, clock));
  }
}

async function invoiceByHand(firm: Firm, clock: Clock): Promise<void> {
  const dice = firm.dice.deeds;
  const person = managerOf(firm, firm.counts.invoices);
  const invoiceId = await draftByHand(firm, person, drawInvoice(firm, clock.day), clock.next());
  if (dice.chance(2)) {
    await person.desk.work((work) => deleteInvoice(work, { invoiceId, revision: 0 }), { now: clock.next() });
    firm.counts.invoices -= 1;
    return;
  }
  if (daysBetween(clock.day, firm.today) < fresh && dice.chance(35)) return;
  await issue(person, invoiceId, clock.next());
  schedulePayment(firm, invoiceId, clock.day);
}

/** A share of a flat fee, or things that were sold. */
function drawInvoice(firm: Firm, day: PlainDate): NewInvoiceInput {
  const { plan } = firm;
  const dice = firm.dice.deeds;
  const flat = firm.projects.filter(
    (project) => !project.isHourly && project.startsOn <= day && addDays(project.endsOn, 30) >= day,
  );
  if (flat.length > 0 && dice.chance(60)) {
    const project = dice.pick(flat);
    const share = dice.pick([10, 15, 20, 25]);
    const amount = cents(Math.floor((project.flatFeeCents * share) / 100));
    const line = lineOf(`Fixed fee, ${share} % for work in ${formatMonth(day)}`, 1, amount);
    return invoiceOf(project.clientId, day, [line], { projectId: project.id });
  }
  const lines = [productLine(firm, "Plot set 24 × 36", dice.between(1, 8))];
  if (dice.chance(50)) lines.push(productLine(firm, "Boundary marker set", dice.between(1, 3)));
  if (dice.chance(30)) lines.push(productLine(firm, "Aerial print, mounted", 1));
  if (dice.chance(50)) lines.push(lineOf("Site visit, flat charge", 1, cents(dice.between(6, 18) * 2_500)));
  if (dice.chance(30)) lines.push(productLine(firm, "Recording fee", 1));
  const { clientId, id } = dice.pick(firm.projects) as Project & { id: ProjectId };
  const reference = dice.chance(40) ? `PO ${dice.between(1_000, 4_999)}` : "";
  return invoiceOf(clientId, day, lines, { projectId: id, taxPercent: plan.taxPercent, reference });
}

function productLine(firm: Firm, name: string, count: number): InvoiceLineInput {
  const item = firm.plan.items.find((one) => one.name === name);
  const line = lineOf(name, count, item?.unitPriceCents ?? cents(0), item?.isTaxable);
  return { ...line, itemId: named(firm.items, name) };
}
