import { type SQL, sql } from "drizzle-orm";
import { creditNotes, invoiceLines, invoices } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";

export const saleKinds = ["taxable", "exempt"] as const;
export type SaleKind = (typeof saleKinds)[number];

/**
 * What was sold, by the day of the invoice, and taken back on the day of its void or of its credit notes. A line is taxable
 * where it is marked so and its invoice has a tax rate; a credit note takes back taxable sales where it takes back tax.
 * Deposits are for no work yet: nothing is sold with them.
 */
export function sales(scope: Scope): SQL {
  const taxable = sql`coalesce(sum(${invoiceLines.subtotalCents}) filter (
    where ${invoiceLines.isTaxable} and ${invoices.taxPpm} > 0), 0)`;
  const sold = sql`select ${invoices.id} as id, ${invoices.number} as number, ${invoices.clientId} as client_id,
      ${invoices.issuedOn} as made_on, ${invoices.voidedOn} as voided_on, '/invoices/' || ${invoices.id} as path,
      ${taxable} as taxable, coalesce(sum(${invoiceLines.subtotalCents}), 0) - ${taxable} as exempt
    from ${invoices}
    left join ${invoiceLines} on ${owned(scope, invoiceLines)} and ${invoiceLines.invoiceId} = ${invoices.id}
    where ${owned(scope, invoices)} and ${invoices.status} <> 'draft' and ${invoices.kind} <> 'deposit'
    group by ${invoices.companyId}, ${invoices.id}`;
  const credited = sql`select ${creditNotes.id}, ${creditNotes.number}, ${creditNotes.clientId}, ${creditNotes.notedOn},
      ${creditNotes.voidedOn}, '/credit-notes/' || ${creditNotes.id},
      case when ${creditNotes.taxCents} > 0 then 0 - ${creditNotes.subtotalCents} else 0 end,
      case when ${creditNotes.taxCents} > 0 then 0 else 0 - ${creditNotes.subtotalCents} end
    from ${creditNotes} where ${owned(scope, creditNotes)} and ${creditNotes.status} <> 'draft'`;
  return sql`select sold.id, sold.number, sold.client_id, step.day, step.sign * sold.taxable as taxable,
      step.sign * sold.exempt as exempt, step.sign, sold.path,
      case when step.sign < 0 then ', void' else '' end as suffix
    from (${sold} union all ${credited}) sold
    cross join lateral (values (sold.made_on, 1), (sold.voided_on, -1)) step (day, sign)
    where step.day is not null`;
}
