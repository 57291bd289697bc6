import { formatDay, type PlainDate } from "./dates";

/**
 * A refusal is something the user can do something about. Commands throw it; throwing rolls the transaction back;
 * doors turn it into a page, a form state or problem+json. Everything else that is thrown is a bug.
 * The list is closed: a code without a sentence does not compile. `{name}` in a sentence is filled from `details`.
 */
export const sentences = {
  // doors
  not_found: "This record does not exist, or it is not one of this company's.",
  signed_out: "Your session has ended. Sign in again; what you typed is kept.",
  forbidden: "Your role does not allow this. It needs the role {role} or higher.",
  upgrade_required: "This comes with the plan {plan}. An owner or admin of the company can change the plan.",
  locked:
    "{company} is locked: {reason}. Nothing was saved, and nothing that was entered before is lost. An owner or admin sees under Plan what opens it again.",
  suspended: "{company} is suspended. Nothing was saved, and nothing that was entered before is lost.",
  wrong_company: "This form belongs to another company. Reload the page and try again.",
  invalid_input: "There is a problem. Check the marked fields.",
  stale:
    "Somebody else changed this while you were editing. Nothing of theirs was overwritten, and what you typed is still here: see the newest version, and make your change there.",
  form_used:
    "This form was sent before with something else in it, or by somebody else. Reload the page to see what became of it.",
  busy: "Too many people changed this at the same moment. Nothing was saved; try again.",
  // identity and companies
  wrong_credentials: "The e-mail address or the password is not right.",
  email_taken: "An account with this e-mail address exists already. Sign in instead.",
  email_same: "This is the address of your account already.",
  email_gone: "This address has become another account's meanwhile. Choose another one.",
  too_many: "Too many tries. Wait {wait}, then try again.",
  locked_out: "Too many wrong tries. Wait {wait}, or reset your password by mail.",
  password_wrong: "The password is not right.",
  prove_again: "Show once more that it is you. Nothing was done yet, and what you typed is kept.",
  confirm_elsewhere:
    "Show once more that it is you: open /account/confirm in another tab and use your passkey there, then press the button again.",
  factor_needed:
    "This company wants a second factor. Set up an authenticator app under Your account, Security; then go on here.",
  password_same: "This is the old password. Choose a new one.",
  password_weak: "This password is easy to guess: {hint}.",
  code_wrong: "The code is not right. {left} left.",
  code_expired: "This code has expired. Ask for a new one.",
  code_tries_over: "Too many wrong codes. Start again, and you get a new one.",
  code_spent: "This code was used before. Wait for the next one.",
  authenticator_wrong: "The code is not right. Check that the clock of your device is.",
  authenticator_exists: "An authenticator app is set up already. Remove it first.",
  authenticator_none: "No authenticator app is set up.",
  recovery_code_wrong: "This recovery code is not right, or it was used before.",
  passkey_refused: "The passkey was not accepted. Try again, or sign in with your password.",
  passkey_taken: "This passkey is set up already.",
  passkey_unasked: "That took too long. Start again with the button.",
  link_unknown: "This link is not complete, or it was replaced by a newer one. Open the newest mail, or ask again.",
  link_used: "This link or code was used already.",
  link_expired: "This link has expired. Ask for a new one.",
  sign_in_over: "Signing in took too long. Start again.",
  // what companies pay us
  seats_full: "All {allowed} seats of the company are taken. Another person needs another seat, or a larger plan.",
  trial_needs_end: "A trial needs a last day.",
  subscription_unchanged: "The subscription says so already. Nothing was changed.",
  // teams
  already_member: "{name} is in this company already.",
  member_active: "{name} is active already.",
  own_role: "Nobody changes their own role. Another admin can; an owner hands the company on instead.",
  own_removal: "You can't deactivate yourself. Another admin can.",
  role_same: "{name} has this role already.",
  owners_only: "Only an owner makes owners, or changes what an owner is.",
  owner_already: "{name} is an owner already.",
  last_owner: "A company always has an owner. Make somebody else one first.",
  name_not_typed: "Type {name} exactly as it stands here.",
  factors_none: "{name} has no second factor set up.",
  factors_elsewhere:
    "{name} is in another company too, where the same second factor counts. A recovery code opens the account; without one, EZ360's support can help.",
  invitation_used: "This invitation was accepted already.",
  invitation_revoked: "This invitation was taken back. Ask whoever invited you for a new one.",
  invitation_expired: "This invitation could be accepted until {day}. Ask whoever invited you to send it again.",
  invitation_others: "This invitation is for {email}. Sign in with that address to accept it.",
  company_just_made: "You created {name} a moment ago. Open it from your companies.",
  // numbering
  number_taken:
    "The next number is in use already, so nothing was saved. An admin can change the pattern under Settings, Numbering; then try again.",
  pattern_taken: "The next number would be {number}, which is in use already. Choose another pattern.",
  // clients, projects, catalog
  name_taken: "{what} with this name exists already.",
  in_use: "{what} is in use and can't be deleted. Deactivate it instead.",
  client_inactive: "This client is archived. Restore it first.",
  project_inactive: "This project is closed. Reopen it first.",
  project_other_client: "The project belongs to another client.",
  item_inactive: "{name} is deactivated. Choose another service, or activate it first.",
  item_not_service: "{name} is a product. Time is charged by services.",
  member_inactive: "{name} is no longer active in this company.",
  // time
  timer_running: "A timer is running already. Stop it first.",
  timer_not_running: "No timer is running.",
  timer_not_paused: "The timer is not paused.",
  timer_too_long: "The timer ran for more than 24 hours. Discard it, and enter the time by hand.",
  timer_too_short: "The timer ran for less than a minute. Nothing was recorded; discard it or let it run on.",
  time_entry_locked: "This time entry is {status} and can't be changed.",
  time_not_approved: "Only approved time that is not on another invoice can be invoiced.",
  time_other_client: "The chosen time belongs to more than one client. Choose time of one client.",
  time_other_project: "Not all of the chosen time is of this project. Choose time of this project only.",
  time_wrong_status: "Time that is {status} can't be {verb}. Reload the page to see what changed.",
  time_nothing_to_submit: "There is no draft time in this week.",
  time_nothing_to_approve: "Nothing of this week waits for approval any more.",
  time_own_approval:
    "You can't approve your own time, or time that you entered for somebody else. Another manager can.",
  time_split_too_long: "The other services take all of the time. Give them less, or enter a longer time.",
  time_no_rate: "There is no hourly rate for {what}. Give the project, the service or the member a rate first.",
  day_too_long: "{minutes} minutes on one day are more than 24 hours.",
  // invoicing
  invoice_not_draft: "Invoice {number} is issued and locked. Void it and make a new one instead.",
  invoice_not_issued: "Only an issued invoice can be {verb}.",
  invoice_no_lines: "An invoice needs at least one line before it can be issued.",
  invoice_too_long:
    "This makes {lines} lines, and an invoice has {most} at most. Group the time, or choose less of it.",
  invoice_ahead:
    "This invoice is dated {day}, which is still to come. Issue it then, or give the draft an earlier date.",
  discount_too_large: "The discount is more than the amount that it is taken from.",
  invoice_zero: "An invoice of $0.00 has nothing to collect and can't be issued.",
  invoice_has_payments:
    "{amount} of payments, credit or credit notes stand on this invoice. Undo those first, then void the invoice.",
  invoice_has_credit_notes:
    "A credit note of this invoice is posted, or its deposit is in use. Undo that first, then void the invoice.",
  more_than_open: "Only {open} is open on this invoice. Enter that or less.",
  deposit_not_earned: "A deposit is not earned yet, so it can't be {verb}. Refund its payment and void it instead.",
  deposit_bills_work:
    "Lines of this draft bill time or expenses, and a deposit is paid ahead of any work. Keep it an invoice, or remove those lines.",
  deposit_taxed: "A deposit is not taxed: the tax comes with the invoice for the work. Set the tax to 0%.",
  deposit_short: "Of deposit {number}, {left} is there to use. Enter that or less.",
  deposit_used: "The deposit has been put on an invoice. Undo that first.",
  void_before: "Choose {day} or a later day: what is voided existed from then on.",
  day_ahead: "This day is still to come. Choose {day} or an earlier day.",
  amount_too_large: "The amount is larger than $9,999,999,999.99.",
  project_numbers_alone: "Choose a project, or leave out numbering by project.",
  // recurring invoices
  plan_paused: "This plan is paused. Resume it first.",
  plan_ended: "This plan has no further invoice to make.",
  occurrence_made: "The invoice of {day} has been made already.",
  occurrence_gone: "The plan was changed, and {day} is none of its days any more.",
  // estimates and proposals
  estimate_not_draft: "{number} was sent and is locked. Duplicate it, and send the new one instead.",
  estimate_not_sent: "Only what was sent and is not decided yet can be {verb}.",
  estimate_no_lines: "It needs at least one line before it can be sent.",
  estimate_zero: "It comes to $0.00, so there is nothing to accept. Give it a price first.",
  estimate_ahead: "It is dated {day}, which is still to come. Send it then, or give the draft an earlier date.",
  estimate_expired: "It was valid until {day}. Give it a later last day first.",
  estimate_before: "Choose {day} or a later day: it did not exist before.",
  estimate_extend: "Choose a day after {day}, and not before today.",
  estimate_not_accepted: "Only what was accepted can be invoiced.",
  estimate_converted:
    "Invoice {number} bills it already. Delete or void that one first, or invoice a part of what is left.",
  estimate_overbilled: "Of what was accepted {left} is left to invoice.",
  estimate_part_zero: "This part comes to $0.00. Choose a larger one.",
  estimate_other_client: "The client stays the one that accepted what this invoice bills.",
  estimate_no_deposit: "No deposit was asked for.",
  estimate_deposit_made: "Deposit invoice {number} stands already.",
  deposit_too_large: "The deposit is more than the total.",
  // payments
  payment_before_invoice: "Choose {day} or a later day: before its own day the invoice is not owed.",
  payment_not_received: "Only money that came in can be voided, and only once.",
  payment_not_pending: "This payment came in already. Void it instead.",
  payment_not_refundable: "Only money that came in and is not void can be refunded.",
  payment_has_refunds: "Refunds of this payment stand. Undo them first, then void the payment.",
  payment_nobodys: "Choose the client who paid.",
  placed_twice: "The same invoice is chosen twice.",
  placed_too_much: "{excess} more is put on invoices than came in. Lower one of the amounts, or raise the payment.",
  excess_unconfirmed:
    "Of {amount}, {placed} goes to invoices. Confirm that the excess of {excess} becomes client credit.",
  refund_too_much: "Of this payment, {left} is left to refund. Enter that or less.",
  refund_credit_spent:
    "{part} of this refund would come out of client credit, of which {left} is left. Take back what it was used for first, or refund less.",
  settlement_void: "This was undone already.",
  settled_then:
    "On {day} something else stood on invoice {number}, taken back only later: {open} was open then. Use a later date or a smaller amount.",
  undo_on_void: "Invoice {number} was voided since, so nothing can stand on it again. Record a new payment instead.",
  paid_otherwise: "Invoice {number} has been paid otherwise since. Undo that first.",
  credit_short: "There is {left} of client credit on that day. Enter that or less.",
  credit_note_not_draft: "Credit note {number} is posted and locked. Void it and make a new one instead.",
  credit_note_not_posted: "Only a posted credit note can be voided, and only once.",
  credit_note_zero: "A credit note of $0.00 takes nothing back.",
  credit_note_written_off:
    "{writtenOff} of this invoice was written off, so no more than {left} can be credited. Undo the write-off first.",
  credit_note_too_much: "Of this invoice, {left} of its {what} is left to credit. Enter that or less.",
  payment_other_client: "The invoice belongs to another client.",
  overpayment_unconfirmed:
    "{amount} is more than what is open ({open}). Confirm that the excess of {excess} becomes client credit.",
  credit_spent: "The client credit that came of this has been used. Take that back first.",
  // expenses, vendors, bills
  expense_locked: "This expense is {status} and can't be changed.",
  expense_wrong_status: "An expense that is {status} can't be {verb}. Reload the page to see what changed.",
  expense_own_approval:
    "You can't approve your own expenses, or ones that you entered for somebody else. Another manager can.",
  expense_not_billable:
    "Only approved billable expenses of this client that are on no other invoice can be invoiced. Reload the page to see which are left.",
  expense_other_client: "Lines of this draft charge expenses of its client. Remove those lines first.",
  expense_billed: "This expense is on an invoice. Take it off the draft, or void the invoice first.",
  expense_not_owed: "This expense was paid with company money. There is nothing to reimburse.",
  expense_needs_client: "A billable expense needs the client whom it is charged to.",
  category_inactive: "{name} is deactivated. Choose another category, or activate it first.",
  category_last: "This is the last active category. Add or activate another one first.",
  account_not_expense: "Choose an expense account that is in use.",
  vendor_inactive: "This vendor is archived. Restore it first.",
  bill_number_taken: "A bill with this number from this vendor is entered already.",
  bill_not_draft: "Bill {number} is posted and locked. Void it and enter a new one instead.",
  bill_not_posted: "Only a posted bill can be {verb}.",
  bill_no_lines: "A bill needs at least one line before it can be posted.",
  bill_zero: "A bill needs lines of more than $0.00 before it can be posted.",
  bill_ahead: "This bill is dated {day}, which is still to come. Post it then, or give the draft an earlier date.",
  bill_has_payments: "{amount} of this bill is paid. Void those payments first, then void the bill.",
  bill_other_vendor: "The chosen bills are of more than one vendor. Pay the bills of one vendor at a time.",
  bill_overpaid: "{amount} is more than what is open on bill {number} ({open}).",
  bill_paid_then:
    "On {day} another payment stood on bill {number}, taken back only later: {open} was open then. Use a later date or a smaller amount.",
  bill_nothing_to_pay: "Enter what is paid on at least one bill.",
  payment_before_bill: "Choose {day} or a later day: before its own day bill {number} is not owed.",
  bill_payment_void: "This payment is void already.",
  // ledger
  period_closed:
    "{period} is closed. The next open day is {day}: choose it or a later one, or ask an owner to reopen the period.",
  period_overlaps: "These dates overlap the period {period}.",
  period_before_closed: "{period} is closed, and with it every day before. A new period starts later.",
  period_not_open: "{period} is closed already.",
  period_not_closed: "{period} is not closed.",
  period_was_closed: "{period} has been closed, so it stays. Only a period that was never closed can be deleted.",
  period_blocked: "{period} can't be closed yet: {points} on the checklist.",
  period_reasons: "{points} of the checklist to review. Say for each why the close is right all the same.",
  year_running: "This year runs until {day}. It is closed once that day has passed.",
  year_empty: "Nothing is left to close in this year: every income and expense account is at zero.",
  year_in_closed_period:
    "{period} is closed, and the year's closing entry belongs on {day}. Close a year before its last period, or ask an owner to reopen that period.",
  year_overlaps: "The closed year that ends on {day} shares months with this one. Reopen that one first.",
  year_closed: "This year is closed already, and nothing was posted into it since.",
  year_not_closed: "This year is not closed.",
  opening_stands: "Opening balances stand already, in entry {number}. Take them back before you enter others.",
  opening_none: "No opening balances stand.",
  opening_unbalanced: "Debits and credits differ by {amount}. A trial balance is equal on both sides to the cent.",
  opening_control:
    "{account} is kept by its documents, which come to {books} on this day, {amount} off. Enter the open documents with their own days first, then the opening balances.",
  opening_empty: "The books hold these balances already. There is nothing to post.",
  period_later_closed: "{period} is closed and lies after it. Reopen the later one first.",
  entry_unbalanced: "Debits and credits differ by {amount}. An entry is posted only when they are equal.",
  entry_too_short: "An entry needs at least two lines.",
  entry_reversed: "This entry has been reversed already.",
  entry_has_source: "This entry belongs to {source}. Correct it there; the entry follows.",
  repair_alone:
    "More is missing than the entry of {what}, and with it alone the books would still differ. Nothing was posted. Restore the books from a backup.",
  finding_gone: "This is no longer so: it was repaired already, or the books are right again. Reload the page.",
  account_inactive: "Account {account} is deactivated and takes no new postings.",
  account_control:
    "Account {account} is kept by its documents: invoices, bills, expenses and their payments. It takes no postings by hand.",
  account_system: "Account {account} is used by the system. Its code and type stay as they are.",
  account_used: "Account {account} has postings. Its type stays as it is.",
  account_bank_asset: "Only an asset account holds money. Choose the type Asset, or take the tick away.",
  account_holds_money: "Account {account} is named by {what}. It stays a bank account while it is.",
  account_named: "Account {account} is named by {what}. Its type stays as it is while it is.",
  account_no_expense: "Account {account} is no expense account any more. Choose another one for {what} first.",
  account_code_taken: "An account with the code {code} exists already.",
} as const;

export type RefusalCode = keyof typeof sentences;
export type RefusalDetails = Record<string, string | number>;

/** `fields` maps a form field's name to the sentence that stands beside it. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;
  readonly fields: Record<string, string>;

  constructor(code: RefusalCode, details: RefusalDetails = {}, fields: Record<string, string> = {}) {
    super(fill(sentences[code], details));
    this.name = "Refusal";
    this.code = code;
    this.details = details;
    this.fields = fields;
  }
}

/** A refusal whose sentence also stands beside one field. */
export function refuseField(field: string, code: RefusalCode, details: RefusalDetails = {}): Refusal {
  const refusal = new Refusal(code, details);
  return new Refusal(code, details, { [field]: refusal.message });
}

/** What has happened, happened by today. */
export function refuseAhead(field: string, day: PlainDate, today: PlainDate): void {
  if (day > today) throw refuseField(field, "day_ahead", { day: formatDay(today) });
}

function fill(sentence: string, details: RefusalDetails): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? `{${name}}`));
}
