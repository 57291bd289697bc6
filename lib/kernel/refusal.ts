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
  time_own_approval: "You can't approve your own time. Another manager can.",
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
  invoice_zero: "An invoice of $0.00 has nothing to collect and can't be issued.",
  invoice_has_payments: "Payments of {amount} stand on this invoice. Void those payments first, then void the invoice.",
  void_before: "Choose {day} or a later day: what is voided existed from then on.",
  day_ahead: "This day is still to come. Choose {day} or an earlier day.",
  amount_too_large: "The amount is larger than $9,999,999,999.99.",
  // payments
  payment_before_invoice: "Choose {day} or a later day: before its own day the invoice is not owed.",
  payment_not_received: "This payment is void already.",
  payment_other_client: "The invoice belongs to another client.",
  overpayment_unconfirmed:
    "{amount} is more than what is open ({open}). Confirm that the excess of {excess} becomes client credit.",
  credit_spent: "The client credit that came from this payment has been used. Take that back first.",
  // ledger
  period_closed: "{period} is closed. Choose a date in an open period, or ask an owner to reopen it.",
  period_overlaps: "These dates overlap the period {period}.",
  period_before_closed: "{period} is closed, and with it every day before. A new period starts later.",
  period_not_open: "{period} is closed already.",
  period_not_closed: "{period} is not closed.",
  period_was_closed: "{period} has been closed, so it stays. Only a period that was never closed can be deleted.",
  period_blocked: "{period} can't be closed yet: {count} open points are on the checklist.",
  period_later_closed: "{period} is closed and lies after it. Reopen the later one first.",
  entry_unbalanced: "Debits and credits differ by {amount}. An entry is posted only when they are equal.",
  entry_too_short: "An entry needs at least two lines.",
  entry_reversed: "This entry has been reversed already.",
  entry_has_source: "This entry belongs to {source}. Correct it there; the entry follows.",
  account_inactive: "Account {account} is deactivated and takes no new postings.",
  account_control: "Account {account} is kept by invoices and payments. It takes no postings by hand.",
  account_system: "Account {account} is used by the system. Its code and type stay as they are.",
  account_used: "Account {account} has postings. Its type stays as it is.",
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
