import { beforeAll, expect, test } from "vitest";
import { editMemberInput } from "@/lib/companies/inputs";
import { getMember } from "@/lib/companies/queries";
import { updateMember } from "@/lib/companies/update-member";
import { listTimeline } from "@/lib/events/queries";
import { type World, world } from "../../world";

let w: World;

beforeAll(async () => {
  w = await world();
});

const typed = (rest: Record<string, string> = {}) =>
  editMemberInput.safeParse({
    memberId: w.a.staff.seat.member.id,
    costRateCents: "42.50",
    weeklyMinutes: "37.5",
    ...rest,
  });

test("cost and hours of a member are kept, and the fact tells before and after", async () => {
  const memberId = w.a.staff.seat.member.id;
  await w.a.admin.work((work) => updateMember(work, typed().data ?? (undefined as never)));
  const member = await getMember(w.a.admin.scope(), memberId);
  expect(member).toMatchObject({ costRateCents: 4_250, weeklyMinutes: 2_250 });
  const [fact] = await listTimeline(w.a.admin.scope(), { subjectId: memberId });
  expect(fact?.facts).toEqual({
    costRateCents: { before: null, after: 4_250 },
    weeklyMinutes: { before: 2_400, after: 2_250 },
  });
});

test("no more hours than a week has, whole quarters, and no negative cost", () => {
  for (const weeklyMinutes of ["", "-1", "169", "37.1", "many"]) expect(typed({ weeklyMinutes }).success).toBe(false);
  expect(typed({ costRateCents: "-1" }).success).toBe(false);
  expect(typed({ costRateCents: "", weeklyMinutes: "0" }).data).toMatchObject({
    costRateCents: null,
    weeklyMinutes: 0,
  });
});

test("another company's member is not found", async () => {
  const input = typed({ memberId: w.b.staff.seat.member.id }).data;
  if (!input) throw new Error("no input");
  await expect(w.a.admin.work((work) => updateMember(work, input))).rejects.toMatchObject({ code: "not_found" });
});
