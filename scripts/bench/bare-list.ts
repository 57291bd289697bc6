import { createServer } from "node:http";
import pg from "pg";
import { setting } from "../local/environment";

/** The floor of the invoice list: one prepared statement and one template string, in a process of its own. */
const pool = new pg.Pool({ connectionString: setting("BENCH_DATABASE_URL"), max: 10 });
pool.on("error", () => undefined);
const company = setting("BENCH_COMPANY");

const paid =
  "coalesce((select sum(a.amount_cents) from allocations a where a.company_id = i.company_id and a.invoice_id = i.id), 0)";
const wheres: Record<string, { where: string; params: string[] }> = {
  first: { where: "true", params: [] },
  far: { where: "(i.issued_on, i.id) < ($2::date, $3)", params: ["day", "id"] },
  overdue: { where: `i.status = 'issued' and i.due_on < $2::date and ${paid} < i.total_cents`, params: ["day"] },
  search: { where: "(i.number ilike $2 or c.name ilike $2 or i.reference ilike $2)", params: ["text"] },
};

const textOf = (where: string) => `
  select i.id, i.number, i.status, i.client_id, c.name as client, p.name as project, i.issued_on::text, i.due_on::text, i.total_cents, ${paid} as paid
  from invoices i join clients c on c.company_id = i.company_id and c.id = i.client_id
  left join projects p on p.company_id = i.company_id and p.id = i.project_id
  where i.company_id = $1 and ${where} order by i.issued_on desc, i.id desc limit 51`;

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://bare");
  const name = pathname.slice(1);
  const page = wheres[name];
  if (page === undefined) {
    response.writeHead(404).end();
    return;
  }
  const values = [company, ...page.params.map((param) => searchParams.get(param))];
  const { rows } = await pool.query({ name, text: textOf(page.where), values });
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(drawn(rows));
});
server.listen(Number(setting("PORT")), "127.0.0.1");

type Row = Record<
  "id" | "number" | "status" | "client" | "project" | "issued_on" | "due_on" | "total_cents" | "paid",
  string | null
>;

const links = Array.from({ length: 12 }, (_, n) => `<li><a href="/section-${n}">Section ${n}</a></li>`).join("");

function drawn(rows: Row[]): string {
  const body = rows.slice(0, 50).map(
    (
      row,
    ) => `<tr><td><a href="/invoices/${row.id}">${escaped(row.number ?? "Draft")}</a></td><td>${escaped(row.client)}</td>
      <td>${escaped(row.project)}</td><td>${row.status}</td><td>${row.issued_on}</td><td>${row.due_on}</td>
      <td class="money">${money(Number(row.total_cents))}</td><td class="money">${money(Number(row.total_cents) - Number(row.paid))}</td></tr>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Invoices</title></head><body><nav><ul>${links}</ul></nav>
    <main><h1>Invoices</h1><table><thead><tr><th>Invoice</th><th>Client</th><th>Project</th><th>Status</th><th>Date</th><th>Due</th>
    <th>Total</th><th>Open</th></tr></thead><tbody>${body.join("")}</tbody></table></main></body></html>`;
}

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string | null): string {
  return (text ?? "").replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}

function money(cents: number): string {
  return `$${(cents / 100).toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ",")}`;
}
