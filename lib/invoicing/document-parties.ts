import { type SQL, sql } from "drizzle-orm";
import { clients, companies } from "@/db/schema";
import type { Work } from "@/lib/access/scope";
import type { ClientId } from "@/lib/kernel/ids";

/**
 * Who a document is from and for, read in the statement that issues or sends it: what its paper says from then on,
 * whatever the firm or the client are called later.
 */
export function partiesNow(work: Work, clientId: ClientId): { issuedByParty: SQL; billedToParty: SQL } {
  return {
    issuedByParty: sql`(select jsonb_build_object('name', c.name, 'address', c.address, 'email', c.email, 'phone', c.phone)
      from ${companies} c where c.id = ${work.company.id})`,
    billedToParty: sql`(select jsonb_build_object('name', c.name, 'contactName', c.contact_name, 'address', c.address)
      from ${clients} c where c.company_id = ${work.company.id} and c.id = ${clientId})`,
  };
}
