import { randomBytes } from "node:crypto";
import { closePool, inTransaction } from "@/db/client";
import type { Desk } from "@/lib/doors/console";
import { cookieNames } from "@/lib/doors/cookie-names";
import { makeDueOf } from "@/lib/doors/recurring";
import { openSession } from "@/lib/identity/sessions";
import { findLogin } from "@/lib/identity/sign-in";
import type { ClientId } from "@/lib/kernel/ids";
import { type Role, roles } from "@/lib/kernel/roles";
import { planPayment } from "@/lib/payments/plan-payment";
import {
  bookByHand,
  dollars,
  draft,
  issued,
  line,
  newClient,
  newPlan,
  newProject,
  newService,
  pay,
  worked,
} from "@/tests/deeds";
import { acceptedEstimate, draftedEstimate } from "@/tests/estimate-deeds";
import { approvedExpense, draftedBill, newVendor, payVendor, postedBill, spentBy } from "@/tests/expense-deeds";
import { furnish } from "@/tests/furnish";
import { note } from "@/tests/settlement-deeds";
import { type Firm, firm, today } from "@/tests/world";
import type { Rival } from "./rivals";

/** Builds two companies with every kind of record in the running product's database, and prints who works in them. */
async function rival(name: string): Promise<Rival> {
  const mark = `mark${randomBytes(6).toString("hex")}`;
  // in each person's name and address, and so in whatever tells who did a thing
  const company = await firm(mark, name);
  await furnish(company);
  await markBooks(company, mark);
  const { id } = company.owner.seat.company;
  // what a plan still owes is made now: what the worker made meanwhile would look as if a stranger had
  await makeDueOf(id);
  const cookies = await Promise.all(roles.map(async (role) => [role, await cookieOf(role, mark)]));
  return { companyId: id, slug: company.slug, name, mark, cookies: Object.fromEntries(cookies) };
}

/** The mark in all that people type: one record of each kind that is found by its words. */
async function markBooks({ owner, manager, staff, ...firm }: Firm, mark: string): Promise<void> {
  const clientId = await newClient(manager, `Client ${mark}`);
  const memberIds = [manager, staff].map(({ seat }) => seat.member.id);
  const projectId = await newProject(manager, clientId, { name: `Project ${mark}`, description: mark, memberIds });
  const itemId = await newService(manager, `Service ${mark}`);
  const texts = { reference: mark, notes: `Notes ${mark}`, lines: [line("100", { description: `Line ${mark}` })] };
  await worked(staff, projectId, 30, { note: `Work ${mark}`, itemId });
  await draft(manager, clientId, { ...texts, projectId });
  const paid = await issued(manager, clientId, { ...texts, projectId });
  await pay(manager, paid, "60", { reference: mark, note: `Payment ${mark}` });
  await note(manager, paid, "10");
  await expectPayment(manager, clientId, mark);
  await newPlan(manager, clientId, { ...texts, name: `Plan ${mark}` });
  for (const kind of ["estimate", "proposal"] as const) {
    await draftedEstimate(manager, clientId, { ...texts, kind });
    await acceptedEstimate(manager, clientId, { ...texts, kind });
  }
  await spentBy(staff, "7", { merchant: `Shop ${mark}`, description: mark, projectId });
  await approvedExpense({ owner, manager, staff, ...firm }, "9", { merchant: `Store ${mark}`, description: mark });
  const vendorId = await newVendor(manager, `Vendor ${mark}`);
  await draftedBill(manager, vendorId);
  await payVendor(manager, vendorId, [[await postedBill(manager, vendorId), "40"]]);
  await bookByHand(owner, "6000", "1000", "3");
}

function expectPayment(desk: Desk, clientId: ClientId, mark: string) {
  const how = { receivedOn: today, amount: dollars("5"), method: "check" as const, depositAccountId: null };
  return desk.work((work) => planPayment(work, { clientId, ...how, reference: mark, note: mark }));
}

async function cookieOf(role: Role, mark: string): Promise<string> {
  const email = `${role}@${mark}.test`;
  const login = await inTransaction({ address: email }, (db) => findLogin(db, email));
  if (!login) throw new Error(`No ${role} of ${mark}`);
  const { userId } = login;
  const [now, caller] = [new Date(), { address: "127.0.0.1", userAgent: "isolation", requestId: "isolation" }];
  const shown = { provedAt: now, secondFactorAt: null };
  const token = await inTransaction({ userId }, (db) => openSession(db, userId, shown, caller, now));
  return `${cookieNames.session()}=${token}`;
}

console.log(JSON.stringify([await rival("Alder Survey"), await rival("Birch Drafting")]));
await closePool();
