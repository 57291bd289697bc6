"use server";

import { action } from "@/lib/doors/action";
import { approveRepair } from "@/lib/reconciliation/approve-repair";
import { approveRepairInput } from "@/lib/reconciliation/inputs";

export const approveRepairAction = action({
  name: "books.repair",
  can: ["books.repair", "payments.write"],
  input: approveRepairInput,
  run: approveRepair,
});
