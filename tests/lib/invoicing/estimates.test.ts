import { beforeAll, describe, expect, test } from "vitest";
import { acceptEstimate } from "@/lib/invoicing/accept-estimate";
import { declineEstimate, withdrawEstimate } from "@/lib/invoicing/decline-estimate";
import { deleteEstimate, updateEstimate } from "@/lib/invoicing/draft-estimate";
import { duplicateEstimate } from "@/lib/invoicing/duplicate-estimate";
import type { EstimateKind } from "@/lib/invoicing/estimate";
import { getEstimate, listEstimates } from "@/lib/invoicing/estimate-queries";
import { totalsOf } from "@/lib/invoicing/invoice";
import { extendEstimate } from "@/lib/invoicing/send-estimate";
import { addDays, plainDate } from "@/lib/kernel/dates";
import type { ClientId, EstimateId } from "@/lib/kernel/ids";
import { cents, type RatePpm } from "@/lib/kernel/money";
import { as } from "../../db/roles";
import { dollars, line, newClient, newProject, percent, pieces } from "../../deeds";
import { accept, acceptedEstimate, draftedEstimate, estimateOf, send, sentEstimate } from "../../estimate-deeds";
import { brokenInvariants, counts, outcomes, refusalOf } from "../../evidence";
import { noon, today, type World, world } from "../../world";

let w: World;
let clientId: ClientId;
let theirs: EstimateId;

beforeAll(async () => {
  w = await world();
  clientId = await newClient(w.a.manager, "Alder & Pike");
  theirs = await sentEstimate(w.b.manager, await newClient(w.b.manager));
});

const got = (id: EstimateId) => getEstimate(w.a.manager.scope(), id);
const ended = (estimateId: EstimateId, deed: typeof declineEstimate, decidedOn = today) =>
  w.a.manager.work((work) => deed(work, { estimateId, decidedOn, reason: "Too dear" }));

describe("a draft", () => {
  test("has no number, and its sums and its deposit are the server's", async () => {
    const lines = [
      line("33.33", { quantity: pieces("3"), isTaxable: true }),
      line("200", { discount: { ppm: percent("10"), cents: cents(0) } }),
    ];
    const discount = { ppm: percent("5"), cents: cents(0) };
    const deposit = { ppm: percent("30"), cents: cents(0) };
    const rest = { lines, discount, deposit, taxPercent: percent("6.25") };
    const { estimate, ...record } = await got(await draftedEstimate(w.a.manager, clientId, rest));
    const said = totalsOf(
      lines.map((one) => ({ ...one, unitPriceCents: one.unitPrice })),
      rest.taxPercent,
      discount,
    );
    expect(estimate).toMatchObject({ number: null, status: "draft", totalCents: said.totalCents });
    expect(record.lines).toMatchObject(said.lines);
    expect(estimate.depositCents).toBe(Math.round(said.totalCents * 0.3));
  });

  test("with a deposit of more than the total is refused, by a cent", async () => {
    const of = (text: string) =>
      draftedEstimate(w.a.manager, clientId, { deposit: { ppm: 0 as RatePpm, cents: dollars(text) } });
    expect(await refusalOf(of("100.01"))).toBe("deposit_too_large");
    expect(await refusalOf(of("100.00"))).toBe("done");
  });

  test("is saved from its newest form only, and thrown away without a trace but its facts", async () => {
    const estimateId = await draftedEstimate(w.a.manager, clientId);
    const { kind: _, ...content } = estimateOf(clientId, { lines: [line("7"), line("8")] });
    const save = () => w.a.manager.work((work) => updateEstimate(work, { ...content, estimateId, revision: 0 }));
    expect(await outcomes([save(), save(), save()])).toEqual(["done", "stale", "stale"]);
    expect((await got(estimateId)).lines.map((one) => one.subtotalCents)).toEqual([700, 800]);
    const remove = (revision: number) => w.a.manager.work((work) => deleteEstimate(work, { estimateId, revision }));
    expect(await refusalOf(remove(0))).toBe("stale");
    await remove(1);
    expect(await refusalOf(got(estimateId))).toBe("not_found");
  });

  test("of another client's project is refused", async () => {
    const projectId = await newProject(w.a.manager, await newClient(w.a.manager));
    expect(await refusalOf(draftedEstimate(w.a.manager, clientId, { projectId }))).toBe("project_other_client");
  });
});

describe("sending", () => {
  test("takes the next number of its kind without a gap, also by several at once, and posts nothing", async () => {
    const before = await counts(w.b.manager);
    const client = await newClient(w.b.manager);
    const kinds = ["estimate", "proposal", "estimate", "estimate"] as const;
    const drafts = await Promise.all(kinds.map((kind) => draftedEstimate(w.b.manager, client, { kind })));
    await Promise.all(drafts.map((id) => send(w.b.manager, id)));
    const numbers = await Promise.all(drafts.map((id) => getEstimate(w.b.manager.scope(), id)));
    expect(numbers.map(({ estimate }) => estimate.number).sort()).toEqual([
      "EST-00002",
      "EST-00003",
      "EST-00004",
      "PRO-00001",
    ]);
    const after = await counts(w.b.manager);
    expect(after.journal_entries).toBe(before.journal_entries);
    expect(await brokenInvariants(w.b.manager)).toEqual([]);
  });

  test("twice at one instant sends once", async () => {
    const id = await draftedEstimate(w.a.manager, clientId);
    expect(await outcomes([send(w.a.manager, id), send(w.a.manager, id)])).toEqual(["done", "estimate_not_draft"]);
  });

  test("refuses nothing to accept, a day to come, and a last day that has passed", async () => {
    const sending = (rest: Parameters<typeof draftedEstimate>[2]) =>
      refusalOf(sentEstimate(w.a.manager, clientId, rest));
    expect(await sending({ lines: [] })).toBe("estimate_no_lines");
    expect(await sending({ lines: [line("0")] })).toBe("estimate_zero");
    expect(await sending({ issuedOn: addDays(today, 1) })).toBe("estimate_ahead");
    const october = plainDate("2026-10-01");
    expect(await sending({ issuedOn: october, validUntil: addDays(today, -1) })).toBe("estimate_expired");
    expect(await sending({ issuedOn: october, validUntil: today })).toBe("done");
  });

  test("locks it: neither saved nor deleted any more", async () => {
    const estimateId = await sentEstimate(w.a.manager, clientId);
    const { kind: _, ...content } = estimateOf(clientId);
    const save = w.a.manager.work((work) => updateEstimate(work, { ...content, estimateId, revision: 1 }));
    expect(await refusalOf(save)).toBe("estimate_not_draft");
    const remove = w.a.manager.work((work) => deleteEstimate(work, { estimateId, revision: 1 }));
    expect(await refusalOf(remove)).toBe("estimate_not_draft");
  });
});

describe("the client's answer", () => {
  test("a yes keeps who, when and to what; of two at one instant one counts", async () => {
    const id = await sentEstimate(w.a.manager, clientId, { issuedOn: addDays(today, -5) });
    const tries = [accept(w.a.manager, id, addDays(today, -1), "Ada"), accept(w.a.manager, id, today, "Bob")];
    expect(await outcomes(tries)).toEqual(["done", "estimate_not_sent"]);
    const { estimate } = await got(id);
    const { number, totalCents, decidedOn } = estimate;
    expect(estimate.acceptance).toEqual({ name: expect.any(String), number, totalCents, acceptedOn: decidedOn });
    expect(await refusalOf(ended(id, withdrawEstimate))).toBe("estimate_not_sent");
  });

  test("a no has its reason, as a withdrawal has; neither is followed by a yes", async () => {
    for (const [deed, status] of [
      [declineEstimate, "declined"],
      [withdrawEstimate, "withdrawn"],
    ] as const) {
      const id = await sentEstimate(w.a.manager, clientId);
      await ended(id, deed);
      expect((await got(id)).estimate).toMatchObject({ status, reason: "Too dear", decidedOn: today });
      expect(await refusalOf(accept(w.a.manager, id))).toBe("estimate_not_sent");
    }
  });

  test("neither before it existed nor on a day to come, nor to a draft", async () => {
    const id = await sentEstimate(w.a.manager, clientId);
    expect(await refusalOf(accept(w.a.manager, id, addDays(today, -1)))).toBe("estimate_before");
    expect(await refusalOf(accept(w.a.manager, id, addDays(today, 1)))).toBe("day_ahead");
    expect(await refusalOf(ended(id, declineEstimate, addDays(today, -1)))).toBe("estimate_before");
    expect(await refusalOf(accept(w.a.manager, await draftedEstimate(w.a.manager, clientId)))).toBe(
      "estimate_not_sent",
    );
  });

  test("an expired one is not accepted until it is extended; its last day still counts", async () => {
    const lapsed = await sentEstimate(w.a.manager, clientId, { validUntil: today });
    const tomorrow = new Date(noon.getTime() + 86_400_000);
    const standing = (now: Date) => getEstimate(w.a.manager.scope(now), lapsed).then((one) => one.standing);
    expect([await standing(noon), await standing(tomorrow)]).toEqual(["sent", "expired"]);
    const input = { estimateId: lapsed, name: "Ada", acceptedOn: today };
    const late = () => w.a.manager.work((work) => acceptEstimate(work, input), { now: tomorrow });
    expect(await refusalOf(late())).toBe("estimate_expired");
    const extend = (days: number) =>
      w.a.manager.work((work) => extendEstimate(work, { estimateId: lapsed, validUntil: addDays(today, days) }), {
        now: tomorrow,
      });
    expect(await refusalOf(extend(0))).toBe("estimate_extend");
    await extend(1);
    expect(await refusalOf(late())).toBe("done");
  });
});

test("a duplicate is a new draft of today with the same amounts and texts, whatever became of the first", async () => {
  const rest = {
    kind: "proposal" as const,
    lines: [line("12.34", { quantity: pieces("3"), isTaxable: true, tax: dollars("1.11") }), line("5")],
    discount: { ppm: 0 as RatePpm, cents: dollars("2.50") },
    deposit: { ppm: percent("25"), cents: cents(0) },
    terms: "Half at the start.",
    issuedOn: plainDate("2026-11-01"),
  };
  const first = await acceptedEstimate(w.a.manager, clientId, rest);
  const { estimateId } = await w.a.manager.work((work) => duplicateEstimate(work, { estimateId: first }));
  const [a, b] = [await got(first), await got(estimateId)];
  const { kind, terms, subtotalCents, taxCents, totalCents, discountCents, depositCents } = a.estimate;
  expect(b.estimate).toMatchObject({ kind, terms, subtotalCents, taxCents, totalCents, discountCents, depositCents });
  expect(b.estimate).toMatchObject({ status: "draft", number: null, issuedOn: today, acceptance: null });
});

test("nothing of the other company is sent, accepted, extended, ended, copied or shown", async () => {
  const before = await as("app", w.b.owner.seat.company.id, (run) => run("select * from estimates order by id"));
  const deeds = [
    send(w.a.manager, theirs),
    accept(w.a.manager, theirs),
    ended(theirs, declineEstimate),
    ended(theirs, withdrawEstimate),
    w.a.manager.work((work) => duplicateEstimate(work, { estimateId: theirs })),
    got(theirs),
  ];
  expect(new Set(await outcomes(deeds))).toEqual(new Set(["not_found"]));
  expect(await as("app", w.b.owner.seat.company.id, (run) => run("select * from estimates order by id"))).toEqual(
    before,
  );
});

test("the list has each standing once, page by page, and staff see what is theirs", async () => {
  const { a } = await world();
  const client = await newClient(a.manager, "Only client");
  const mine = await newProject(a.manager, client, { memberIds: [a.staff.seat.member.id] });
  await draftedEstimate(a.manager, client);
  await sentEstimate(a.manager, client, { projectId: mine });
  await acceptedEstimate(a.manager, client);
  await sentEstimate(a.manager, client, { kind: "proposal" });
  const ids = await sentEstimate(a.manager, client);
  await a.manager.work((work) => declineEstimate(work, { estimateId: ids, decidedOn: today, reason: "No" }));
  const list = (desk = a.manager, filters = {}, kind: EstimateKind = "estimate") =>
    listEstimates(desk.scope(), kind, {
      search: "",
      sort: "issued",
      descending: true,
      filters,
      after: null,
      before: null,
      limit: 50,
    });
  expect((await list()).rows.map((row) => row.standing).sort()).toEqual(["accepted", "declined", "draft", "sent"]);
  for (const status of ["draft", "sent", "accepted", "declined"])
    expect((await list(a.manager, { status })).rows.map((row) => row.standing)).toEqual([status]);
  expect((await list(a.manager, { status: "expired" })).rows).toEqual([]);
  expect((await list(a.manager, {}, "proposal")).total).toBe(1);
  expect((await list(a.staff)).rows.map((row) => row.standing)).toEqual(["sent"]);
});
