import type { Scope } from "@/lib/access/scope";
import { listClientChoices } from "@/lib/clients/queries";
import { listMembers } from "@/lib/companies/queries";
import { listCategories } from "@/lib/expenses/categories";
import { listVendorChoices } from "@/lib/expenses/vendor-queries";
import { listSpendingAccounts } from "@/lib/ledger/deposit-account";
import { listProjectChoices } from "@/lib/projects/queries";
import { projectOption } from "../time/options";
import type { ExpenseChoices } from "./expense-form";

type Asker = Scope<"expenses.read" | "projects.read" | "clients.read" | "members.read">;
type Kept = Partial<Record<"categoryId" | "projectId" | "clientId" | "vendorId", [id: string, label: string] | null>>;

/** What an expense can name, and what it names already, even if that was closed since. */
export async function expenseChoices(
  scope: Asker,
  vendorScope: Scope<"vendors.read"> | null,
  kept: Kept = {},
): Promise<ExpenseChoices> {
  const [categories, accounts, projects, clients, vendors, members] = await Promise.all([
    listCategories(scope),
    listSpendingAccounts(scope),
    listProjectChoices(scope),
    listClientChoices(scope),
    vendorScope ? listVendorChoices(vendorScope) : null,
    listMembers(scope),
  ]);
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  return {
    categories: withKept(categories.filter(({ isActive }) => isActive).map(named), kept.categoryId),
    accounts: accounts.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
    projects: withKept(projects.map(projectOption), kept.projectId),
    clients: withKept(clients.map(named), kept.clientId),
    vendors: vendors ? withKept(vendors.map(named), kept.vendorId) : null,
    members: members.map((member) => ({ value: member.id, label: member.name })),
  };
}

function withKept<O extends { value: string; label: string }>(options: O[], kept: [string, string] | null | undefined) {
  if (!kept || options.some((option) => option.value === kept[0])) return options;
  return [{ value: kept[0], label: kept[1] } as O, ...options];
}
