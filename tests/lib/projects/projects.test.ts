import { beforeAll, expect, test } from "vitest";
import { archiveClient } from "@/lib/clients/archive-client";
import { createClient } from "@/lib/clients/create-client";
import { newClientInput } from "@/lib/clients/inputs";
import type { Desk } from "@/lib/doors/console";
import { listTimeline } from "@/lib/events/queries";
import { listRequest } from "@/lib/kernel/listing";
import { closeProject, reopenProject } from "@/lib/projects/close-project";
import { createProject } from "@/lib/projects/create-project";
import { editProjectInput, newProjectInput } from "@/lib/projects/inputs";
import { getProject, listProjectChoices, listProjects, projectFilters, projectSorts } from "@/lib/projects/queries";
import { updateProject } from "@/lib/projects/update-project";
import { type World, world } from "../../world";
import { aProject, memberOf, site } from "../time/site";

let w: World;
let at: Awaited<ReturnType<typeof site>>;

beforeAll(async () => {
  w = await world();
  at = await site(w.a);
});

const create = (desk: Desk, fields: Record<string, unknown> = {}) =>
  desk.work((work) => createProject(work, aProject({ clientId: at.clientId, ...fields })));
const edit = (desk: Desk, projectId: string, fields: Record<string, unknown>) =>
  desk.work((work) =>
    updateProject(
      work,
      editProjectInput.parse({ projectId, revision: "0", name: "Survey", billing: "hourly", ...fields }),
    ),
  );
const list = async (desk: Desk, params: Record<string, string> = {}) =>
  listProjects(
    desk.scope(),
    listRequest(params, { sorts: projectSorts, defaultSort: "number", filters: projectFilters }),
  );

test("projects are numbered without gaps, each company for itself", async () => {
  const other = await world();
  const there = await site(other.a);
  await site(other.b);
  const failing = other.a.owner.work(async (work) => {
    await createProject(work, aProject({ clientId: there.clientId }));
    throw new Error("planted");
  });
  await expect(failing).rejects.toThrow("planted");
  const made = await Promise.all(
    [1, 2, 3].map(() => other.a.owner.work((work) => createProject(work, aProject({ clientId: there.clientId })))),
  );
  expect(made.map((project) => project.number).sort()).toEqual(["P-00002", "P-00003", "P-00004"]);
});

test("a project needs an active client of this company and members who are still here", async () => {
  const { clientId } = await w.a.owner.work((work) => createClient(work, newClientInput.parse({ name: "Gone" })));
  await w.a.owner.work((work) => archiveClient(work, { clientId }));
  await expect(create(w.a.owner, { clientId })).rejects.toMatchObject({ code: "client_inactive" });
  await expect(create(w.b.owner)).rejects.toMatchObject({ code: "not_found" });
  await expect(create(w.a.owner, { memberIds: [memberOf(w.b.staff)] })).rejects.toMatchObject({ code: "not_found" });
});

test("the amount that the billing does not use is not kept, and a flat fee must be named", async () => {
  const input = { clientId: at.clientId, name: "Survey" };
  expect(
    newProjectInput.parse({ ...input, billing: "hourly", hourlyRateCents: "80", flatFeeCents: "rubbish" }),
  ).toMatchObject({
    hourlyRateCents: 8_000,
    flatFeeCents: null,
  });
  expect(
    newProjectInput.parse({ ...input, billing: "flat", hourlyRateCents: "x", flatFeeCents: "1,500.00" }),
  ).toMatchObject({
    hourlyRateCents: null,
    flatFeeCents: 150_000,
  });
  const unnamed = newProjectInput.safeParse({ ...input, billing: "flat", flatFeeCents: "" });
  expect(unnamed.error?.issues).toMatchObject([{ path: ["flatFeeCents"], message: "Enter the flat fee." }]);
  const silent = newProjectInput.safeParse({});
  expect(silent.error?.issues.map((issue) => issue.path[0])).toEqual(["clientId", "name", "billing"]);
});

test("an edit replaces details and members, and one from an older version is refused", async () => {
  const { projectId } = await create(w.a.owner, { memberIds: [memberOf(w.a.staff)], budgetMinutes: "40h" });
  const members = [memberOf(w.a.manager), memberOf(w.a.admin)];
  await edit(w.a.owner, projectId, { name: "Resurvey", billing: "flat", flatFeeCents: "900", memberIds: members });
  const project = await getProject(w.a.owner.scope(), projectId);
  expect(project).toMatchObject({ name: "Resurvey", flatFeeCents: 90_000, hourlyRateCents: null, budgetMinutes: null });
  expect(project.members.map((member) => member.id).sort()).toEqual(members.sort());
  await expect(edit(w.a.manager, projectId, { name: "Older" })).rejects.toMatchObject({ code: "stale" });
  await expect(edit(w.b.owner, projectId, { revision: "1" })).rejects.toMatchObject({ code: "not_found" });
  const [fact] = await listTimeline(w.a.owner.scope(), { projectId });
  expect(fact).toMatchObject({ type: "project.updated", facts: { name: { before: "Survey", after: "Resurvey" } } });
});

test("staff see the projects that they are assigned to, and no others", async () => {
  const { projectId } = await create(w.a.owner, { name: "Secret site" });
  await expect(getProject(w.a.staff.scope(), projectId)).rejects.toMatchObject({ code: "not_found" });
  await expect(getProject(w.b.owner.scope(), projectId)).rejects.toMatchObject({ code: "not_found" });
  await expect(list(w.a.staff, { q: "secret" })).resolves.toMatchObject({ total: 0 });
  await expect(list(w.a.manager, { q: "secret" })).resolves.toMatchObject({ total: 1 });
  expect((await listProjectChoices(w.a.staff.scope())).map((choice) => choice.id)).toEqual([at.projectId]);
});

test("a closed project leaves the pickers and the list, and comes back reopened", async () => {
  const { projectId, number } = await create(w.a.owner, { name: "Finished" });
  const choices = async () => (await listProjectChoices(w.a.owner.scope(), "finished")).map((choice) => choice.label);
  await expect(choices()).resolves.toEqual([`${number} · Finished`]);
  await w.a.owner.work((work) => closeProject(work, { projectId }));
  await expect(choices()).resolves.toEqual([]);
  await expect(list(w.a.owner, { q: number })).resolves.toMatchObject({ total: 0 });
  await expect(list(w.a.owner, { q: number, status: "closed" })).resolves.toMatchObject({ total: 1 });
  await w.a.owner.work((work) => reopenProject(work, { projectId }));
  await expect(choices()).resolves.toHaveLength(1);
});

test("a picker that is cut off keeps the newest projects", async () => {
  const other = await world();
  const there = await site(other.a);
  for (const name of ["Second", "Third"])
    await other.a.owner.work((work) => createProject(work, aProject({ clientId: there.clientId, name })));
  const offered = await listProjectChoices(other.a.owner.scope(), "", 2);
  expect(offered.map((choice) => choice.label)).toEqual(["P-00003 · Third", "P-00002 · Second"]);
});

test("the list is found by number, name and client, and sorted with no due day last", async () => {
  const other = await world();
  const there = await site(other.a, "Zed");
  const make = (fields: Record<string, unknown>) =>
    other.a.owner.work((work) => createProject(work, aProject({ clientId: there.clientId, ...fields })));
  await make({ name: "Late", dueOn: "2027-01-31" });
  await make({ name: "Early", dueOn: "2026-12-01", billing: "flat", flatFeeCents: "1" });
  const names = async (params: Record<string, string>) =>
    (await list(other.a.owner, params)).rows.map((row) => row.name);
  await expect(names({ sort: "due" })).resolves.toEqual(["Early", "Late", "Zed survey"]);
  await expect(names({ sort: "-name" })).resolves.toEqual(["Zed survey", "Late", "Early"]);
  await expect(names({ q: "p-00003" })).resolves.toEqual(["Early"]);
  await expect(names({ q: "zed", billing: "flat" })).resolves.toEqual(["Early"]);
  await expect(names({ client: there.clientId, billing: "nonsense" })).resolves.toHaveLength(3);
  const request = listRequest({ sort: "due" }, { sorts: projectSorts, defaultSort: "number" });
  const paged: string[] = [];
  for (let after = request.after, n = 0; n < 3; n++) {
    const page = await listProjects(other.a.owner.scope(), { ...request, after, limit: 1 });
    paged.push(...page.rows.map((row) => row.name));
    after = page.next ? listRequest({ after: page.next }, { sorts: projectSorts, defaultSort: "number" }).after : null;
  }
  expect(paged).toEqual(["Early", "Late", "Zed survey"]);
});

test("projects without a due day are paged through like the others", async () => {
  const other = await world();
  const there = await site(other.a);
  for (let n = 0; n < 3; n++)
    await other.a.owner.work((work) => createProject(work, aProject({ clientId: there.clientId })));
  const options = { sorts: projectSorts, defaultSort: "number" } as const;
  const request = { ...listRequest({ sort: "due" }, options), limit: 2 };
  const first = await listProjects(other.a.owner.scope(), request);
  const { after } = listRequest({ after: first.next ?? "" }, options);
  const second = await listProjects(other.a.owner.scope(), { ...request, after });
  expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(4);
  const { before } = listRequest({ before: second.previous ?? "" }, options);
  const again = await listProjects(other.a.owner.scope(), { ...request, before });
  expect(again.rows).toEqual(first.rows);
});
