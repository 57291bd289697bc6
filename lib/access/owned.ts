import { type AnyColumn, eq, type SQL } from "drizzle-orm";
import type { Scope } from "./scope";

/** The company of the scope, in every query's `where`. Row-level security says it again. */
export function owned(scope: Scope, table: { companyId: AnyColumn }): SQL {
  return eq(table.companyId, scope.company.id);
}
