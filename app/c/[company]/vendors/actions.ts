"use server";

import { action } from "@/lib/doors/action";
import { editVendorInput, newVendorInput, vendorInput } from "@/lib/expenses/inputs";
import { archiveVendor, createVendor, restoreVendor, updateVendor } from "@/lib/expenses/save-vendor";

export const createVendorAction = action({
  name: "vendors.create",
  can: "vendors.write",
  input: newVendorInput,
  run: createVendor,
  leadsTo: ({ vendorId }) => `/vendors/${vendorId}`,
});

export const updateVendorAction = action({
  name: "vendors.update",
  can: "vendors.write",
  input: editVendorInput,
  run: updateVendor,
  leadsTo: ({ vendorId }) => `/vendors/${vendorId}`,
});

export const archiveVendorAction = action({
  name: "vendors.archive",
  can: "vendors.write",
  input: vendorInput,
  run: archiveVendor,
});

export const restoreVendorAction = action({
  name: "vendors.restore",
  can: "vendors.write",
  input: vendorInput,
  run: restoreVendor,
});
