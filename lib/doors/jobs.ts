import { and, eq } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { companies, members, users } from "@/db/schema";
import { env } from "@/lib/env";
import { sendMail } from "@/lib/gateways/mail";
import type { JobKind, JobKinds } from "@/lib/jobs/kinds";
import { sendAccountMail, sweepIdentity } from "./identity-jobs";
import { makeRecurringInvoices } from "./recurring";

/**
 * The door of every job: what enqueue() wrote is carried out here, by the worker, until it succeeds. A job may run
 * twice; its id is the key that makes the second run harmless outside.
 */
type Handlers = { [K in JobKind]: (payload: JobKinds[K], jobId: string) => Promise<void> };

export const jobs: Handlers = {
  "make-recurring-invoices": () => makeRecurringInvoices(),
  "send-account-mail": (payload, jobId) => sendAccountMail(payload, jobId),
  "sweep-identity": () => sweepIdentity(),
  "send-welcome-email": async ({ companyId, memberId }, jobId) => {
    const [row] = await inTransaction(
      { companyId },
      (db) =>
        db
          .select({ company: companies.name, slug: companies.slug, name: users.name, email: users.email })
          .from(members)
          .innerJoin(users, eq(users.id, members.userId))
          .innerJoin(companies, eq(companies.id, members.companyId))
          .where(and(eq(members.companyId, companyId), eq(members.id, memberId))),
      { readOnly: true },
    );
    if (!row) return;
    await sendMail({
      to: { name: row.name, address: row.email },
      subject: `${row.company} is ready`,
      text: `Hello ${row.name},\n\n${row.company} now has its chart of accounts, its number series and its first month.\nYour company: ${env().NEXTAUTH_URL}/c/${row.slug}\n\nEZ360PM\n`,
      messageId: `<job-${jobId}@ez360pm>`,
    });
  },
};
