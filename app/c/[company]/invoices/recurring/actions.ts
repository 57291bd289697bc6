"use server";

import { action } from "@/lib/doors/action";
import { editPlanInput, newPlanInput, planInput } from "@/lib/recurring/inputs";
import { makeNext } from "@/lib/recurring/make-occurrence";
import { pausePlan, resumePlan } from "@/lib/recurring/pause-plan";
import { createPlan, updatePlan } from "@/lib/recurring/save-plan";

export const createPlanAction = action({
  name: "recurring.create",
  can: "recurring.write",
  input: newPlanInput,
  run: createPlan,
  leadsTo: ({ planId }) => `/invoices/recurring/${planId}`,
});

export const updatePlanAction = action({
  name: "recurring.update",
  can: "recurring.write",
  input: editPlanInput,
  run: updatePlan,
  leadsTo: ({ planId }) => `/invoices/recurring/${planId}`,
});

export const pausePlanAction = action({
  name: "recurring.pause",
  can: "recurring.write",
  input: planInput,
  run: pausePlan,
});

export const resumePlanAction = action({
  name: "recurring.resume",
  can: "recurring.write",
  input: planInput,
  run: resumePlan,
});

export const makeNextAction = action({
  name: "recurring.make_next",
  can: ["recurring.write", "invoices.write", "invoices.issue"],
  input: planInput,
  run: makeNext,
  leadsTo: ({ invoiceId }) => `/invoices/${invoiceId}`,
});
