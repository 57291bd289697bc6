import { plainDate } from "@/lib/kernel/dates";
import { approved, billed, dollars, issue, newClient, newProject, newService } from "../deeds";
import type { Firm } from "../world";
import type { Event } from "./scribe";

export async function playTime(firm: Firm, event: Event): Promise<void> {
  const { manager } = firm;
  const client = await newClient(manager, "Brook Landscaping");
  const project = await newProject(manager, client, { name: "Terrace", hourlyRateCents: dollars("90") });
  const drawing = await newService(manager, "Drawing", dollars("120"));
  const field = await newService(manager, "Field work");
  const moreServices = [{ itemId: field, minutes: 20 }];
  const workedOn = plainDate("2026-11-17");
  const time = await approved(firm, project, 120, { itemId: drawing, moreServices, workedOn });
  await event(
    "Invoice from one time entry over two services issued",
    "2 hours: 1:40 of drawing at $120.00 an hour, and 20 minutes in the field at the project's $90.00. Two lines, one entry.",
    async () => {
      await issue(manager, await billed(manager, client, [time]));
    },
  );
}
