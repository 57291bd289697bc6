"use server";

import { action } from "@/lib/doors/action";
import { closeYear } from "@/lib/ledger/close-year";
import { reopenYearInput, yearInput } from "@/lib/ledger/inputs";
import { reopenYear } from "@/lib/ledger/reopen-year";

export const closeYearAction = action({
  name: "years.close",
  can: "years.close",
  input: yearInput,
  run: closeYear,
  leadsTo: (_, { endsOn }) => `/accounting/years/${endsOn}`,
});

export const reopenYearAction = action({
  name: "years.reopen",
  can: "years.reopen",
  input: reopenYearInput,
  run: reopenYear,
  leadsTo: (_, { endsOn }) => `/accounting/years/${endsOn}`,
});
