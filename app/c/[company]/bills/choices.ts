import type { Scope } from "@/lib/access/scope";
import { listExpenseAccounts } from "@/lib/expenses/categories";
import { listVendorChoices } from "@/lib/expenses/vendor-queries";
import { listProjectChoices } from "@/lib/projects/queries";

/** What a bill can name: vendors, expense accounts, open projects; `kept` is what it names already. */
export async function billChoices(
  scope: Scope<"bills.write" | "vendors.read" | "projects.read">,
  kept: { vendors: [id: string, label: string][]; projects: [id: string, label: string][] } = {
    vendors: [],
    projects: [],
  },
) {
  const [vendors, accounts, projects] = await Promise.all([
    listVendorChoices(scope),
    listExpenseAccounts(scope),
    listProjectChoices(scope),
  ]);
  return {
    vendors: withKept(
      vendors.map(({ id, name }) => ({ value: id as string, label: name })),
      kept.vendors,
    ),
    accounts: accounts.map(({ id, code, name }) => ({ value: id as string, label: `${code} ${name}` })),
    projects: withKept(
      projects.map(({ id, label }) => ({ value: id as string, label })),
      kept.projects,
    ),
  };
}

function withKept(options: { value: string; label: string }[], kept: [string, string][]) {
  const missing = kept.filter(([id]) => !options.some((option) => option.value === id));
  return [...new Map(missing)].map(([value, label]) => ({ value, label })).concat(options);
}
