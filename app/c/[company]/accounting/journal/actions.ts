"use server";

import { action } from "@/lib/doors/action";
import { journalEntryInput, reverseEntryInput } from "@/lib/ledger/inputs";
import { postManualEntry } from "@/lib/ledger/post-manual-entry";
import { reverseEntry } from "@/lib/ledger/reverse-entry";

export const postEntryAction = action({
  name: "journal.post",
  can: "journal.write",
  input: journalEntryInput,
  run: postManualEntry,
  leadsTo: ({ entryId }) => `/accounting/journal/${entryId}`,
});

export const reverseEntryAction = action({
  name: "journal.reverse",
  can: "journal.write",
  input: reverseEntryInput,
  run: reverseEntry,
  leadsTo: ({ entryId }) => `/accounting/journal/${entryId}`,
});
