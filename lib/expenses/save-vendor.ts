import { and, eq } from "drizzle-orm";
import { violatedConstraint } from "@/db/refusals";
import { vendors } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { changesOf } from "@/lib/events/changes";
import { record } from "@/lib/events/record";
import { newId } from "@/lib/kernel/ids";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import type { EditVendorInput, NewVendorInput, VendorInput } from "./inputs";
import { lockVendor } from "./lock-vendor";

export async function createVendor(work: Work<"vendors.write">, input: NewVendorInput) {
  const id = newId("vendor");
  await work.db
    .insert(vendors)
    .values({ companyId: work.company.id, id, ...input })
    .catch(refuseTakenName);
  record(work, "vendor.created", id, { summary: `Vendor ${input.name} was created` });
  return { vendorId: id };
}

/** Refuses `stale` when somebody saved since the form was drawn: their words are not overwritten. */
export async function updateVendor(work: Work<"vendors.write">, input: EditVendorInput) {
  const { vendorId, revision, ...details } = input;
  const before = await lockVendor(work, vendorId);
  if (before.revision !== revision) throw new Refusal("stale");
  await work.db
    .update(vendors)
    .set({ ...details, revision: revision + 1 })
    .where(and(owned(work, vendors), eq(vendors.id, vendorId)))
    .catch(refuseTakenName);
  record(work, "vendor.updated", vendorId, {
    summary: `Vendor ${details.name} was changed`,
    facts: changesOf(before, details),
  });
  return { vendorId };
}

/** Takes a vendor out of the pickers; its history stays. A vendor is never deleted. */
export async function archiveVendor(work: Work<"vendors.write">, { vendorId }: VendorInput) {
  const { name } = await setActive(work, vendorId, false);
  record(work, "vendor.archived", vendorId, { summary: `Vendor ${name} was archived` });
}

export async function restoreVendor(work: Work<"vendors.write">, { vendorId }: VendorInput) {
  const { name } = await setActive(work, vendorId, true);
  record(work, "vendor.restored", vendorId, { summary: `Vendor ${name} was restored` });
}

async function setActive(work: Work, vendorId: VendorInput["vendorId"], isActive: boolean) {
  const vendor = await lockVendor(work, vendorId);
  await work.db
    .update(vendors)
    .set({ isActive, revision: vendor.revision + 1 })
    .where(and(owned(work, vendors), eq(vendors.id, vendorId)));
  return vendor;
}

/** Names differ in more than their case. */
function refuseTakenName(error: unknown): never {
  if (violatedConstraint(error) === "vendors_name_key") throw refuseField("name", "name_taken", { what: "A vendor" });
  throw error;
}
