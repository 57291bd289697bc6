/** draft → submitted → approved → billed. Returned goes back to draft; a void invoice gives billed back to approved. */
export const timeEntryStatuses = ["draft", "submitted", "approved", "billed"] as const;
export type TimeEntryStatus = (typeof timeEntryStatuses)[number];
