import { beforeAll, describe, expect, test } from "vitest";
import type { Grouping } from "@/lib/invoicing/inputs";
import { invoiceTime } from "@/lib/invoicing/invoice-time";
import { getInvoice } from "@/lib/invoicing/queries";
import { plainDate } from "@/lib/kernel/dates";
import type { CatalogItemId, ClientId, ProjectId, TimeEntryId } from "@/lib/kernel/ids";
import { as, sql } from "../../db/roles";
import { approved, billed, dollars, issue, newClient, newProject, newService, worked } from "../../deeds";
import { brokenInvariants, counts, outcomes, refusalOf } from "../../evidence";
import { type World, world } from "../../world";

let w: World;
let clientId: ClientId;
let projectId: ProjectId;

beforeAll(async () => {
  w = await world();
  clientId = await newClient(w.a.manager);
  projectId = await newProject(w.a.manager, clientId, { name: "Bridge", hourlyRateCents: dollars("90") });
});

const linesOf = async (invoiceId: Parameters<typeof getInvoice>[1]) =>
  (await getInvoice(w.a.manager.scope(), invoiceId)).lines.map(
    ({ description, quantity, unitPriceCents, subtotalCents }) => ({
      description,
      quantity,
      unitPriceCents,
      subtotalCents,
    }),
  );

const statuses = (ids: TimeEntryId[]) =>
  as("app", w.a.manager.seat.company.id, (run) =>
    run<{ status: string }>(sql`select status from time_entries where id = any(${ids}::text[])`),
  ).then((rows) => rows.map(({ status }) => status));

describe("an invoice from time", () => {
  test("20 minutes at $90.00 an hour are $30.00", async () => {
    const id = await billed(w.a.manager, clientId, [await approved(w.a, projectId, 20)]);
    expect(await linesOf(id)).toMatchObject([{ quantity: 3_333, unitPriceCents: 9_000, subtotalCents: 3_000 }]);
  });

  test("three times 20 minutes, billed together, are the $90.00 of their hour", async () => {
    const times = [
      await approved(w.a, projectId, 20),
      await approved(w.a, projectId, 20),
      await approved(w.a, projectId, 20),
    ];
    expect(await linesOf(await billed(w.a.manager, clientId, times))).toMatchObject([
      { quantity: 10_000, subtotalCents: 9_000 },
    ]);
  });

  test("by service: one line for each service at each rate, with its hours together", async () => {
    const drawing = await newService(w.a.manager, "Drawing", dollars("120"));
    const times = [
      await approved(w.a, projectId, 30, { itemId: drawing }),
      await approved(w.a, projectId, 90, { itemId: drawing, workedOn: plainDate("2026-11-16") }),
      await approved(w.a, projectId, 60),
    ];
    const lines = await linesOf(await billed(w.a.manager, clientId, times, "service"));
    expect(lines.map((line) => [line.quantity, line.unitPriceCents, line.subtotalCents])).toEqual([
      [20_000, 12_000, 24_000],
      [10_000, 9_000, 9_000],
    ]);
    expect(lines[0]?.description).toContain("Bridge: Drawing, Nov 16, 2026 – Nov 18, 2026");
    expect(await statuses(times)).toEqual(["billed", "billed", "billed"]);
  });

  test("by entry: one line for each, with its day, who worked, and the note", async () => {
    const times = [
      await approved(w.a, projectId, 30, { note: "Pier 4" }),
      await approved(w.a, projectId, 45, { note: "Pier 5" }),
    ];
    const lines = await linesOf(await billed(w.a.manager, clientId, times, "entry"));
    expect(lines.map((line) => line.subtotalCents)).toEqual([4_500, 6_750]);
    expect(lines.map((line) => line.description)).toEqual([
      expect.stringMatching(/^Nov 18, 2026 · .*Bridge · .* manager · Pier 4$/),
      expect.stringMatching(/Pier 5$/),
    ]);
  });

  test("the lines stand by day, however the time was made and chosen, and by service by what they show", async () => {
    const on = (workedOn: string, note: string, itemId?: CatalogItemId) =>
      approved(w.a, projectId, 60, { workedOn: plainDate(workedOn), note, itemId });
    const shown = async (times: TimeEntryId[], grouping: Grouping) =>
      (await linesOf(await billed(w.a.manager, clientId, times, grouping))).map((line) => line.description);
    const days = [
      await on("2026-11-17", "third"),
      await on("2026-11-02", "first"),
      await on("2026-11-17", "fourth"),
      await on("2026-11-09", "second"),
    ];
    const notes = (await shown(days.toReversed(), "entry")).map((text) => text.split(" · ").at(-1));
    expect(notes).toEqual(["first", "second", "third", "fourth"]);

    const [survey, concept] = [
      await newService(w.a.manager, "Survey", dollars("80")),
      await newService(w.a.manager, "Concept", dollars("80")),
    ];
    const services = [
      await on("2026-11-02", "", survey),
      await on("2026-11-03", ""),
      await on("2026-11-04", "", concept),
    ];
    expect((await shown(services, "service")).map((text) => text.split(": ").at(-1)?.split(",")[0])).toEqual([
      "Concept",
      "Professional services",
      "Survey",
    ]);
  });

  test("as one line: hours at their rate, and with several rates one piece at the sum of what each costs", async () => {
    const dear = await newProject(w.a.manager, clientId, { hourlyRateCents: dollars("100.01") });
    const same = [await approved(w.a, projectId, 30), await approved(w.a, projectId, 30)];
    expect(await linesOf(await billed(w.a.manager, clientId, same, "one"))).toMatchObject([
      { quantity: 10_000, unitPriceCents: 9_000, subtotalCents: 9_000 },
    ]);
    const mixed = [await approved(w.a, projectId, 20), await approved(w.a, dear, 20)];
    expect(await linesOf(await billed(w.a.manager, clientId, mixed, "one"))).toMatchObject([
      { quantity: 10_000, unitPriceCents: 6_333, subtotalCents: 6_333 },
    ]);
  });

  test("a line is taxable as its service is, and one line becomes two where only some of them are taxed", async () => {
    const taxed = await newService(w.a.manager, "Prints", dollars("50"), true);
    const times = () => Promise.all([approved(w.a, projectId, 60, { itemId: taxed }), approved(w.a, projectId, 60)]);
    for (const grouping of ["service", "entry", "one"] as const) {
      const { lines } = await getInvoice(
        w.a.manager.scope(),
        await billed(w.a.manager, clientId, await times(), grouping),
      );
      expect(new Set(lines.map((line) => `${line.subtotalCents} ${line.isTaxable}`)), grouping).toEqual(
        new Set(["5000 true", "9000 false"]),
      );
    }
  });

  test("takes the service's price, else the project's rate, else the member's; without any it is refused", async () => {
    const rateless = await newProject(w.a.manager, clientId, { hourlyRateCents: null });
    const service = await newService(w.a.manager, "Permit", dollars("80"));
    const own = await newService(w.a.manager, "Sketch", null);
    const rate = async (id: TimeEntryId) =>
      (await linesOf(await billed(w.a.manager, clientId, [id])))[0]?.unitPriceCents;
    expect(await rate(await approved(w.a, projectId, 10, { itemId: service }))).toBe(8_000);
    expect(await rate(await approved(w.a, projectId, 10, { itemId: own }))).toBe(9_000);
    expect(await rate(await approved(w.a, rateless, 10))).toBe(15_000);
    const owners = await approved(w.a, rateless, 10, { memberId: w.a.owner.seat.member.id });
    expect(await refusalOf(billed(w.a.manager, clientId, [owners]))).toBe("time_no_rate");
    expect(await statuses([owners])).toEqual(["approved"]);
  });
});

describe("the project of an invoice from time", () => {
  const ask = (asked: ProjectId | null, timeEntryIds: TimeEntryId[]) =>
    w.a.manager.work((work) =>
      invoiceTime(work, { clientId, projectId: asked, timeEntryIds, grouping: "service" as const }),
    );
  const projectOn = async (asked: ProjectId | null, ids: TimeEntryId[]) =>
    (await getInvoice(w.a.manager.scope(), (await ask(asked, ids)).invoiceId)).invoice.projectId;

  test("is that of its time when all of it is of one, and none otherwise", async () => {
    const other = await newProject(w.a.manager, clientId);
    const mixed = [await approved(w.a, projectId, 20), await approved(w.a, other, 20)];
    expect(await projectOn(null, mixed)).toBeNull();
    expect(await projectOn(null, [await approved(w.a, projectId, 20), await approved(w.a, projectId, 10)])).toBe(
      projectId,
    );
    expect(await projectOn(other, [await approved(w.a, other, 20)])).toBe(other);
  });

  test("can't be another than that of the time, also of the same client", async () => {
    const other = await newProject(w.a.manager, clientId);
    const [mine, others] = [await approved(w.a, projectId, 20), await approved(w.a, other, 20)];
    const before = await counts(w.a.manager);
    for (const ids of [[others], [mine, others]]) {
      await expect(ask(projectId, ids)).rejects.toMatchObject({
        code: "time_other_project",
        fields: { projectId: expect.any(String) },
      });
    }
    expect(await counts(w.a.manager)).toEqual(before);
    expect(await statuses([mine, others])).toEqual(["approved", "approved"]);
  });
});

describe("time is billed once", () => {
  test("two people at once: one invoice takes it, the other is refused and leaves no draft", async () => {
    for (let round = 0; round < 5; round++) {
      const times = [await approved(w.a, projectId, 10), await approved(w.a, projectId, 15)];
      const before = await counts(w.a.manager);
      const said = await outcomes([
        billed(w.a.manager, clientId, times),
        billed(w.a.owner, clientId, times.toReversed()),
      ]);
      expect(said).toEqual(["done", "time_not_approved"]);
      expect((await counts(w.a.manager)).invoices).toBe((before.invoices ?? 0) + 1);
    }
    expect(await brokenInvariants(w.a.manager)).toEqual([]);
  });

  test("two who share only one entry: the second is refused whole, and its other time stays free", async () => {
    const [own, shared, others] = [
      await approved(w.a, projectId, 10),
      await approved(w.a, projectId, 11),
      await approved(w.a, projectId, 12),
    ];
    const said = await outcomes([
      billed(w.a.manager, clientId, [own, shared]),
      billed(w.a.owner, clientId, [shared, others]),
    ]);
    expect(said).toEqual(["done", "time_not_approved"]);
    expect((await statuses([own, shared, others])).sort()).toEqual(["approved", "billed", "billed"]);
  });

  test("named twice in one form it stands there once", async () => {
    const time = await approved(w.a, projectId, 60);
    expect(await linesOf(await billed(w.a.manager, clientId, [time, time]))).toMatchObject([{ subtotalCents: 9_000 }]);
  });
});

describe("what can't be billed", () => {
  test("drafts, time that is not billable, another client's and the other company's", async () => {
    const isDraft = await worked(w.a.manager, projectId, 30);
    const free = await approved(w.a, projectId, 30, { isBillable: false });
    const otherClient = await newClient(w.a.manager);
    const elsewhere = await approved(w.a, await newProject(w.a.manager, otherClient), 30);
    const theirProject = await newProject(w.b.manager, await newClient(w.b.manager));
    const theirs = await approved(w.b, theirProject, 30);
    const mine = await approved(w.a, projectId, 30);

    const before = await counts(w.a.manager);
    expect(await refusalOf(billed(w.a.manager, clientId, [isDraft]))).toBe("time_not_approved");
    expect(await refusalOf(billed(w.a.manager, clientId, [free]))).toBe("time_not_approved");
    expect(await refusalOf(billed(w.a.manager, clientId, [mine, elsewhere]))).toBe("time_other_client");
    expect(await refusalOf(billed(w.a.manager, clientId, [elsewhere]))).toBe("time_other_client");
    expect(await refusalOf(billed(w.a.manager, clientId, [mine, theirs]))).toBe("not_found");
    expect(await counts(w.a.manager)).toEqual(before);
    expect(await statuses([mine, elsewhere])).toEqual(["approved", "approved"]);
    expect(await brokenInvariants(w.b.manager)).toEqual([]);
  });

  test("an invoice from time issues like any other", async () => {
    const id = await billed(w.a.manager, clientId, [await approved(w.a, projectId, 20)]);
    await issue(w.a.manager, id);
    expect(await brokenInvariants(w.a.manager)).toEqual([]);
  });
});
