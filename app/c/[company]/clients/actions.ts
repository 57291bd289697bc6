"use server";

import { archiveClient, restoreClient } from "@/lib/clients/archive-client";
import { createClient } from "@/lib/clients/create-client";
import { clientInput, editClientInput, newClientInput } from "@/lib/clients/inputs";
import { updateClient } from "@/lib/clients/update-client";
import { action } from "@/lib/doors/action";

export const createClientAction = action({
  name: "clients.create",
  can: "clients.write",
  input: newClientInput,
  run: createClient,
  leadsTo: ({ clientId }) => `/clients/${clientId}`,
});

export const updateClientAction = action({
  name: "clients.update",
  can: "clients.write",
  input: editClientInput,
  run: updateClient,
  leadsTo: ({ clientId }) => `/clients/${clientId}`,
});

export const archiveClientAction = action({
  name: "clients.archive",
  can: "clients.write",
  input: clientInput,
  run: archiveClient,
});

export const restoreClientAction = action({
  name: "clients.restore",
  can: "clients.write",
  input: clientInput,
  run: restoreClient,
});
