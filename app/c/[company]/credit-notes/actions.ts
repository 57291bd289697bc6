"use server";

import { action } from "@/lib/doors/action";
import {
  creditNoteInput,
  editCreditNoteInput,
  newCreditNoteInput,
  voidCreditNoteInput,
} from "@/lib/payments/credit-note-inputs";
import { deleteCreditNote, draftCreditNote, updateCreditNote } from "@/lib/payments/draft-credit-note";
import { postCreditNote } from "@/lib/payments/post-credit-note";
import { voidCreditNote } from "@/lib/payments/void-credit-note";

export const draftCreditNoteAction = action({
  name: "credit_notes.draft",
  can: "credit_notes.write",
  input: newCreditNoteInput,
  run: draftCreditNote,
  leadsTo: ({ creditNoteId }) => `/credit-notes/${creditNoteId}`,
});

export const updateCreditNoteAction = action({
  name: "credit_notes.update",
  can: "credit_notes.write",
  input: editCreditNoteInput,
  run: updateCreditNote,
  leadsTo: ({ creditNoteId }) => `/credit-notes/${creditNoteId}`,
});

export const deleteCreditNoteAction = action({
  name: "credit_notes.delete",
  can: "credit_notes.write",
  input: creditNoteInput,
  run: deleteCreditNote,
  leadsTo: ({ invoiceId }) => `/invoices/${invoiceId}`,
});

export const postCreditNoteAction = action({
  name: "credit_notes.post",
  can: "credit_notes.write",
  input: creditNoteInput,
  run: postCreditNote,
  leadsTo: ({ creditNoteId }) => `/credit-notes/${creditNoteId}`,
});

export const voidCreditNoteAction = action({
  name: "credit_notes.void",
  can: "credit_notes.write",
  input: voidCreditNoteInput,
  run: voidCreditNote,
  leadsTo: ({ creditNoteId }) => `/credit-notes/${creditNoteId}`,
});
