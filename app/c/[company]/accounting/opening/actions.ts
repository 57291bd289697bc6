"use server";

import { action } from "@/lib/doors/action";
import { openingInput, takeBackOpeningInput } from "@/lib/ledger/inputs";
import { postOpening } from "@/lib/ledger/post-opening";
import { takeBackOpening } from "@/lib/ledger/take-back-opening";

export const postOpeningAction = action({
  name: "opening.post",
  can: "opening.write",
  input: openingInput,
  run: postOpening,
  leadsTo: ({ entryId }) => `/accounting/journal/${entryId}`,
});

export const takeBackOpeningAction = action({
  name: "opening.take_back",
  can: "opening.write",
  input: takeBackOpeningInput,
  run: takeBackOpening,
  leadsTo: () => "/accounting/opening",
});
