import { bigint, customType, date, integer, timestamp } from "drizzle-orm/pg-core";
import type { PlainDate } from "@/lib/kernel/dates";
import type { CompanyId, Id, IdKind } from "@/lib/kernel/ids";
import type { Cents, Quantity, RatePpm } from "@/lib/kernel/money";

/** Ids compare byte by byte (collation "C"), which is their time order and the quickest comparison. */
export function id<K extends IdKind>(_kind: K, name?: string) {
  const column = customType<{ data: Id<K>; driverData: string }>({ dataType: () => 'text COLLATE "C"' });
  return name ? column(name) : column();
}

/** The id of a row of some table or other, collated as those are: an index on it serves no comparison of another collation. */
export function anyId(name: string) {
  return customType<{ data: string; driverData: string }>({ dataType: () => 'text COLLATE "C"' })(name);
}

/** The tenant: first in every key and index, so that the schema can be distributed by it unchanged. */
export function companyId() {
  return customType<{ data: CompanyId; driverData: string }>({ dataType: () => 'text COLLATE "C"' })(
    "company_id",
  ).notNull();
}

export function cents(name: string) {
  return bigint(name, { mode: "number" }).$type<Cents>();
}

export function ratePpm(name: string) {
  return integer(name).$type<RatePpm>();
}

/** numeric(12,4) in the database, whole ten-thousandths in the program. */
export function quantity(name: string) {
  return customType<{ data: Quantity; driverData: string }>({
    dataType: () => "numeric(12, 4)",
    toDriver: (value) => `${value}e-4`,
    fromDriver: (text) => Number(text.replace(".", "")) as Quantity,
  })(name);
}

export function plainDate(name: string) {
  return date(name, { mode: "string" }).$type<PlainDate>();
}

export function instant(name: string) {
  return timestamp(name, { withTimezone: true, mode: "date" });
}

/** The version of an editable row; the save that names an older one is a conflict. */
export function revision() {
  return integer("revision").notNull().default(0);
}

/** Stamped by a trigger: the transaction in which an entry was made, the only one in which lines may join it. */
export function transactionId(name: string) {
  return customType<{ data: string; driverData: string }>({ dataType: () => "xid8" })(name);
}
