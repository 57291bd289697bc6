import { type SQL, sql } from "drizzle-orm";
import { payments, settlements } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";

/** Money that clients paid, and what went back to them as refunds and as credit paid out; without what was voided. */
export function clientMoney(scope: Scope): SQL {
  return sql`select ${payments.id} as id, ${payments.receivedOn} as day, ${payments.amountCents} as cents,
      ${payments.clientId} as client_id, 'Payment ' || ${payments.number} as label, '/payments/' || ${payments.id} as path
    from ${payments} where ${owned(scope, payments)} and ${payments.status} = 'received'
    union all
    select ${settlements.id}, ${settlements.settledOn}, 0 - ${settlements.amountCents}, ${settlements.clientId},
      case ${settlements.kind} when 'refund' then 'Refund' else 'Credit paid out' end, '/credits/' || ${settlements.id}
    from ${settlements} where ${owned(scope, settlements)} and ${settlements.status} = 'standing'
      and ${settlements.kind} in ('refund', 'credit_payout')`;
}
