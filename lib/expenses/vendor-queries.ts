import { and, asc, eq, ilike, or, type SQL, sql } from "drizzle-orm";
import { vendors } from "@/db/schema";
import { boundedCount, containing, keysetPage, type Order } from "@/lib/access/keyset";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import type { VendorId } from "@/lib/kernel/ids";
import type { ListRequest } from "@/lib/kernel/listing";
import { Refusal } from "@/lib/kernel/refusal";

export const vendorSorts = ["name"] as const;
export const vendorFilters = ["status"] as const;

type VendorList = ListRequest<(typeof vendorSorts)[number], (typeof vendorFilters)[number]>;

const byName: Order = { by: sql`lower(${vendors.name})`, id: vendors.id, type: "text" };

export function listVendors(scope: Scope<"vendors.read">, request: VendorList) {
  return scope.read(async (db) => {
    const where = and(owned(scope, vendors), matching(request));
    const page = await keysetPage(request, byName, where, ({ where: slice, orderBy, limit }) =>
      db
        .select({
          id: vendors.id,
          sortKey: sql<string>`${byName.by}`,
          name: vendors.name,
          email: vendors.email,
          phone: vendors.phone,
          isActive: vendors.isActive,
        })
        .from(vendors)
        .where(slice)
        .orderBy(...orderBy)
        .limit(limit),
    );
    return { ...page, total: await boundedCount(db, sql`${vendors} where ${where}`) };
  });
}

/** Refuses `not_found`. */
export async function getVendor(scope: Scope<"vendors.read">, vendorId: VendorId) {
  const [vendor] = await scope.read((db) =>
    db
      .select()
      .from(vendors)
      .where(and(owned(scope, vendors), eq(vendors.id, vendorId))),
  );
  if (!vendor) throw new Refusal("not_found");
  return vendor;
}

/** For pickers: active vendors by name. */
export function listVendorChoices(scope: Scope<"vendors.read">) {
  return scope.read((db) =>
    db
      .select({ id: vendors.id, name: vendors.name })
      .from(vendors)
      .where(and(owned(scope, vendors), eq(vendors.isActive, true)))
      .orderBy(asc(sql`lower(${vendors.name})`))
      .limit(500),
  );
}

function matching({ search, filters }: VendorList): SQL | undefined {
  const text = containing(search);
  return and(
    filters.status === "archived" ? eq(vendors.isActive, false) : undefined,
    filters.status !== "archived" && filters.status !== "all" ? eq(vendors.isActive, true) : undefined,
    search ? or(ilike(vendors.name, text), ilike(vendors.email, text), ilike(vendors.phone, text)) : undefined,
  );
}
