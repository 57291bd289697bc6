import { and, eq } from "drizzle-orm";
import { vendors } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import type { VendorId } from "@/lib/kernel/ids";
import { Refusal, refuseField } from "@/lib/kernel/refusal";

/** The vendor, held until the commit. Refuses `not_found`. */
export async function lockVendor(work: Work, vendorId: VendorId) {
  const [vendor] = await work.db
    .select()
    .from(vendors)
    .where(and(owned(work, vendors), eq(vendors.id, vendorId)))
    .for("update");
  if (!vendor) throw new Refusal("not_found");
  return vendor;
}

/** Refuses `not_found`. An archived one passes: what it is owed can still be paid. */
export async function requireVendor(work: Work, vendorId: VendorId) {
  const [vendor] = await work.db
    .select()
    .from(vendors)
    .where(and(owned(work, vendors), eq(vendors.id, vendorId)));
  if (!vendor) throw new Refusal("not_found");
  return vendor;
}

/** For new bills and expenses: an archived vendor takes none. */
export async function requireActiveVendor(work: Work, vendorId: VendorId) {
  const vendor = await requireVendor(work, vendorId);
  if (!vendor.isActive) throw refuseField("vendorId", "vendor_inactive");
  return vendor;
}
