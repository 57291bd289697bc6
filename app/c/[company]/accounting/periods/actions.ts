"use server";

import { action } from "@/lib/doors/action";
import { createPeriod } from "@/lib/ledger/create-period";
import { deletePeriod } from "@/lib/ledger/delete-period";
import { closePeriodInput, deletePeriodInput, newPeriodInput, reopenPeriodInput } from "@/lib/ledger/inputs";
import { reopenPeriod } from "@/lib/ledger/reopen-period";
import { closePeriod } from "@/lib/reconciliation/close-period";

export const createPeriodAction = action({
  name: "periods.create",
  can: "periods.close",
  input: newPeriodInput,
  run: createPeriod,
  leadsTo: ({ periodId }) => `/accounting/periods/${periodId}`,
});

export const closePeriodAction = action({
  name: "periods.close",
  can: ["periods.close", "periods.read"],
  input: closePeriodInput,
  run: closePeriod,
  leadsTo: ({ periodId }) => `/accounting/periods/${periodId}`,
});

export const reopenPeriodAction = action({
  name: "periods.reopen",
  can: "periods.reopen",
  input: reopenPeriodInput,
  run: reopenPeriod,
  leadsTo: ({ periodId }) => `/accounting/periods/${periodId}`,
});

export const deletePeriodAction = action({
  name: "periods.delete",
  can: "periods.close",
  input: deletePeriodInput,
  run: deletePeriod,
  leadsTo: () => "/accounting/periods",
});
