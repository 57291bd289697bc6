import type { Invariant } from "../invariant";
import { dollars } from "./sql-text";

export const documents: Invariant[] = [
  {
    key: "invoice_totals",
    area: "Invoices",
    title: "Invoice totals are the sum of their lines",
    explanation: "Subtotal, discount, tax and total of each invoice are the sums of its lines.",
    sql: `
      select 'invoice' as kind, i.id, coalesce('Invoice ' || i.number, 'Draft') as label,
        ${dollars("coalesce(l.subtotal, 0)")} || ' (less ' || ${dollars("coalesce(l.discount, 0)")} || ') + ' || ${dollars("coalesce(l.tax, 0)")} as expected,
        ${dollars("i.subtotal_cents")} || ' (less ' || ${dollars("i.discount_cents")} || ') + ' || ${dollars("i.tax_cents")} || ' = ' || ${dollars("i.total_cents")} as found
      from invoices i
      left join (select invoice_id, sum(subtotal_cents) as subtotal, sum(tax_cents) as tax, sum(document_discount_cents) as discount from invoice_lines
        where company_id = current_company() group by invoice_id) l on l.invoice_id = i.id
      where i.company_id = current_company() and (coalesce(l.subtotal, 0) <> i.subtotal_cents
        or coalesce(l.tax, 0) <> i.tax_cents or coalesce(l.discount, 0) <> i.discount_cents or i.subtotal_cents + i.tax_cents <> i.total_cents)`,
  },
  {
    key: "line_arithmetic",
    area: "Invoices",
    title: "Invoice lines are computed right",
    explanation:
      "Each line is quantity × price less its discount and its share of the invoice's, and its tax the invoice's rate of that, each rounded half up to the cent. At 0% a line keeps the tax that was typed for it.",
    sql: `
      select 'invoice' as kind, invoice_id as id, label, ${dollars("due_subtotal")} || ' + ' || ${dollars("due_tax")} as expected,
        ${dollars("subtotal_cents")} || ' + ' || ${dollars("tax_cents")} as found
      from (
        select l.invoice_id, l.subtotal_cents, l.tax_cents, i.tax_ppm,
          coalesce('Invoice ' || i.number, 'Draft') || ', line ' || l.position as label,
          round(l.quantity * l.unit_price_cents) - l.discount_cents - l.document_discount_cents as due_subtotal,
          case when l.is_taxable then round(l.subtotal_cents::numeric * i.tax_ppm / 1000000) else 0 end as due_tax
        from invoice_lines l join invoices i on i.company_id = l.company_id and i.id = l.invoice_id
        where l.company_id = current_company()
      ) computed
      where due_subtotal <> subtotal_cents or tax_ppm > 0 and due_tax <> tax_cents`,
  },
];
