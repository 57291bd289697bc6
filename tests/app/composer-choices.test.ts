import { beforeAll, expect, test } from "vitest";
import { composerChoices } from "@/app/c/[company]/invoices/composer-choices";
import { archiveClient } from "@/lib/clients/archive-client";
import { closeProject } from "@/lib/projects/close-project";
import { newClient, newProject } from "../deeds";
import { type World, world } from "../world";

let w: World;

beforeAll(async () => {
  w = await world();
});

test("a draft's own client and project are among the choices, also archived and closed", async () => {
  const { manager } = w.a;
  const client = { id: await newClient(manager), name: "Gone" };
  const project = { id: await newProject(manager, client.id), label: "P-00001 · Done", clientId: client.id };
  const open = await composerChoices(manager.scope(), { client, project });
  expect(open.clients.map(({ id }) => id)).toEqual([client.id]);
  expect(open.projects.map(({ id }) => id)).toEqual([project.id]);

  await manager.work((work) => closeProject(work, { projectId: project.id }));
  await manager.work((work) => archiveClient(work, { clientId: client.id }));
  expect(await composerChoices(manager.scope())).toMatchObject({ clients: [], projects: [] });
  expect(await composerChoices(manager.scope(), { client, project })).toMatchObject({
    clients: [client],
    projects: [project],
  });
  expect(await composerChoices(manager.scope(), { client, project: null })).toMatchObject({ projects: [] });
});
