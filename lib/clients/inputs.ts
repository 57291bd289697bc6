import { z } from "zod";
import { idField, optionalEmail, optionalText, revisionField, textField } from "@/lib/kernel/fields";

const details = {
  name: textField("the client's name", { max: 160 }),
  contactName: optionalText("a contact", { max: 160 }),
  email: optionalEmail(),
  phone: optionalText("a phone number", { max: 40 }),
  address: optionalText("an address", { max: 500 }),
  note: optionalText("a note", { max: 4_000 }),
};

export const newClientInput = z.object(details);
export const editClientInput = z.object({
  clientId: idField("client", "a client"),
  revision: revisionField(),
  ...details,
});
export const clientInput = z.object({ clientId: idField("client", "a client") });

export type NewClientInput = z.output<typeof newClientInput>;
export type EditClientInput = z.output<typeof editClientInput>;
export type ClientInput = z.output<typeof clientInput>;
