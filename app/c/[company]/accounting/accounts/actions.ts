"use server";

import { action } from "@/lib/doors/action";
import { createAccount } from "@/lib/ledger/create-account";
import { accountInput, editAccountInput, newAccountInput } from "@/lib/ledger/inputs";
import { activateAccount, deactivateAccount, updateAccount } from "@/lib/ledger/update-account";

export const createAccountAction = action({
  name: "accounts.create",
  can: "accounts.write",
  input: newAccountInput,
  run: createAccount,
  leadsTo: () => "/accounting/accounts",
});

export const updateAccountAction = action({
  name: "accounts.update",
  can: "accounts.write",
  input: editAccountInput,
  run: updateAccount,
  leadsTo: () => "/accounting/accounts",
});

export const deactivateAccountAction = action({
  name: "accounts.deactivate",
  can: "accounts.write",
  input: accountInput,
  run: deactivateAccount,
});

export const activateAccountAction = action({
  name: "accounts.activate",
  can: "accounts.write",
  input: accountInput,
  run: activateAccount,
});
