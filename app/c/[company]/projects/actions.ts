"use server";

import { action } from "@/lib/doors/action";
import { closeProject, reopenProject } from "@/lib/projects/close-project";
import { createProject } from "@/lib/projects/create-project";
import { editProjectInput, newProjectInput, projectInput } from "@/lib/projects/inputs";
import { updateProject } from "@/lib/projects/update-project";

export const createProjectAction = action({
  name: "projects.create",
  can: "projects.write",
  input: newProjectInput,
  run: createProject,
  leadsTo: ({ projectId }) => `/projects/${projectId}`,
});

export const updateProjectAction = action({
  name: "projects.update",
  can: "projects.write",
  input: editProjectInput,
  run: updateProject,
  leadsTo: ({ projectId }) => `/projects/${projectId}`,
});

export const closeProjectAction = action({
  name: "projects.close",
  can: "projects.write",
  input: projectInput,
  run: closeProject,
});

export const reopenProjectAction = action({
  name: "projects.reopen",
  can: "projects.write",
  input: projectInput,
  run: reopenProject,
});
