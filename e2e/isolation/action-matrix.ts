import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { missing, planFor } from "@/lib/access/permissions";
import { inputOf } from "@/lib/doors/form-data";
import { openAccess } from "@/lib/kernel/company-access";
import { idleForm } from "@/lib/kernel/form-state";
import { type Plan, plans } from "@/lib/kernel/plans";
import { sentences } from "@/lib/kernel/refusal";
import { type Role, roles } from "@/lib/kernel/roles";
import { root } from "@/scripts/local/paths";
import { type Action, companies, readActions } from "./actions";
import { type Answer, type Ask, status } from "./asking";
import { type Fields, filledForms } from "./filled-forms";
import type { Rival } from "./rivals";

/** An action as the build knows it: the id that a browser posts, and the page's pattern that may take it. */
export type BuiltAction = Action & { id: string; page: string; forms: Fields[] };

export type ActionAsk = Ask & { requestId: string; mayBeCarriedOut: boolean };

type Manifest = { node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }> };

/** Each action of the build, with a form for each shape of its input, filled with records of the other company. */
export async function builtActions(foreignIds: readonly string[]): Promise<BuiltAction[]> {
  const text = readFileSync(join(root, ".next/server/server-reference-manifest.json"), "utf8");
  const all = Object.entries((JSON.parse(text) as Manifest).node);
  const built = all.filter(([, { filename }]) => filename.startsWith(companies));
  const known = await readActions();
  return built.map(([id, { filename, exportedName, workers }]) => {
    const action = known.find(({ file, exported }) => file === filename && exported === exportedName);
    if (!action) throw new Error(`${filename} ${exportedName} is built, and no file of actions has it`);
    const forms = filledForms(action.input, foreignIds);
    for (const form of forms) {
      const taken = action.input.safeParse({ ...inputOf(formDataOf(form)) });
      if (!taken.success) throw new Error(`${exportedName} does not take its form: ${taken.error.message}`);
    }
    const page = Object.keys(workers)
      .map((worker) => worker.replace(/^app/, "").replace(/\/page$/, ""))
      .find((pattern) => pattern.startsWith("/c/"));
    if (!page) throw new Error(`${exportedName} stands on no page of a company`);
    return { ...action, id, page, forms };
  });
}

/** Each action as each of the company's people and as nobody, with the other's records, on the plans that make a difference. */
export function actionAsks(
  [own, other]: [Rival, Rival],
  plan: Plan,
  paths: Map<string, string>,
  actions: BuiltAction[],
): ActionAsk[] {
  return actions
    .filter(({ rights }) => plan === plans.at(-1) || rights.some((right) => planFor(right) !== plans[0]))
    .flatMap((action) =>
      action.forms.flatMap((form) => {
        const post = (who: string, cookie: string | null, company: Rival, wrong: Ask["wrong"], may = false) =>
          asking({
            action,
            form,
            who: `${who}, ${plan}`,
            cookie,
            path: paths.get(action.page) ?? "",
            company,
            wrong,
            may,
            own,
            other,
          });
        const people = roles.map((role) => {
          const { wrong, may } = expected(action, form, role, plan);
          return post(role, own.cookies[role], own, wrong, may);
        });
        const nobody = post("nobody", null, own, says(sentences.signed_out));
        const elsewhere = post("owner for the other", own.cookies.owner, other, says(sentences.wrong_company));
        return plan === plans.at(-1) ? [...people, nobody, elsewhere] : people;
      }),
    );
}

/** Each action at a page of the other company. */
export function intruderAsks([own, other]: [Rival, Rival], pathsOfOther: Map<string, string>, actions: BuiltAction[]) {
  return actions.flatMap((action) =>
    action.forms.map((form) =>
      asking({
        ...{ action, form, who: "owner at the other's page", cookie: own.cookies.owner },
        ...{ path: pathsOfOther.get(action.page) ?? "", company: other, wrong: status(404), may: false, own, other },
      }),
    ),
  );
}

function asking(given: {
  action: BuiltAction;
  form: Fields;
  who: string;
  cookie: string | null;
  path: string;
  company: Rival;
  wrong: Ask["wrong"];
  may: boolean;
  own: Rival;
  other: Rival;
}): ActionAsk {
  const requestId = randomUUID();
  const fields: Fields = [["companyId", given.company.companyId], ["requestId", requestId], ...given.form];
  return {
    title: `${given.action.exported} as ${given.who} (${given.own.name})`,
    path: given.path,
    cookie: given.cookie,
    strangers: given.cookie ? [given.other] : [given.own, given.other],
    headers: { "next-action": given.action.id, accept: "text/x-component" },
    form: argumentsOf(fields),
    wrong: given.wrong,
    requestId,
    mayBeCarriedOut: given.may,
  };
}

/** Whoever may do it is not stopped by the door; what names a record of the other is refused all the same. */
function expected({ rights }: BuiltAction, form: Fields, role: Role, plan: Plan) {
  const lack = missing({ member: { role }, company: { plan, access: openAccess } }, rights);
  if (lack?.verdict === "forbidden") return { wrong: status(403), may: false };
  if (lack) return { wrong: says(sentences.upgrade_required.split("{")[0] ?? ""), may: false };
  const namesRecord = form.some(([, value]) => /[a-z]{2,3}_[0-9a-z]{26}/.test(value));
  return { wrong: ({ status }: Answer) => (status === 403 ? "403 for whoever may" : null), may: !namesRecord };
}

function says(sentence: string) {
  return status(200, ({ body }) => body.includes(sentence));
}

/** The arguments of an action as React sends them: the state, then the form, whose fields bear its number. */
function argumentsOf(fields: Fields): FormData {
  const body = new FormData();
  for (const [name, value] of fields) body.append(`_1_${name}`, value);
  body.append("0", JSON.stringify([idleForm, "$K1"]));
  return body;
}

function formDataOf(fields: Fields): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}
