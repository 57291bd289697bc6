/** The firm that a document is from, as its paper says. */
export type IssuedByParty = { name: string; address: string; email: string; phone: string };

/** The client that a document is for, as its paper says. */
export type BilledToParty = { name: string; contactName: string; address: string };
