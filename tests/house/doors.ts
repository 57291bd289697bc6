import { isPermission, missing, planFor, roleFor } from "@/lib/access/permissions";
import { openAccess } from "@/lib/kernel/company-access";
import { fileAt, product, type Rule, type SourceFile, under } from "./source";

/** Files of actions export what the door makes, or an async function of one statement that hands on to a door. */
function looseActions(files: SourceFile[]): string[] {
  return product(files)
    .filter(({ code }) => /^\s*"use server";/m.test(code))
    .flatMap((file) => {
      const doors = doorNames(file);
      return exportsOf(file.code)
        .filter((text) => !isMade(text, file) && !handsOn(text, doors))
        .map((text) => `${file.path}: ${text.split("\n")[0]}`);
    });
}

function exportsOf(code: string): string[] {
  return code.split(/^(?=export\b)/m).filter((part) => part.startsWith("export"));
}

function isMade(text: string, { imports }: SourceFile): boolean {
  const fromDoor = imports.some(({ from, names }) => from === "lib/doors/action" && names.includes("action"));
  return fromDoor && /^export const \w+ = action\(\{/.test(text);
}

function handsOn(text: string, doors: string[]): boolean {
  const body = /^export async function \w+\([^{]*\{\s*(?:return|await)\s+([\w.]+)\([\s\S]*?\);\s*\}\s*$/.exec(
    text.trim(),
  );
  return body !== null && doors.includes(body[1]?.split(".")[0] ?? "");
}

function doorNames({ imports }: SourceFile): string[] {
  return imports
    .filter(({ from }) => from.startsWith("lib/doors/"))
    .flatMap(({ names }) => names.map((name) => name.replace(/^\* as /, "")));
}

/** How a page and a file for download enter. */
const entrances: Record<string, RegExp> = {
  "lib/doors/page": /=\s*await enter\(/,
  "lib/doors/download": /\breturn download\(/,
};

function enters({ code, imports }: SourceFile): boolean {
  return imports.some(({ from, names }) => {
    const entrance = entrances[from];
    return entrance?.test(code) && names.some((name) => ["enter", "download"].includes(name));
  });
}

/** The rights that pages and routes ask for on entering, and that actions name. */
function askedFor(files: SourceFile[]): string[] {
  return under(files, "app").flatMap(({ code }) => {
    const calls = [
      ...code.matchAll(/\benter\(([^)]*)\)|\bdownload\(([^)]*)/g),
      ...code.matchAll(/\bcan:\s*(\[[^\]]*\]|"[^"]*")/g),
    ];
    return calls.flatMap(([, entered, loaded]) =>
      [...`${entered} ${loaded}`.matchAll(/"([a-z_]+\.[a-z_]+)"/g)].map(([, right = ""]) => right),
    );
  });
}

function unusedRights(files: SourceFile[]): string[] {
  const table = fileAt(files, "lib/access/permissions")?.code ?? "";
  const rights = [...table.matchAll(/^\s*"([a-z_]+\.[a-z_]+)":/gm)].map(([, right = ""]) => right);
  const asked = new Set(askedFor(files));
  return rights.filter((right) => !asked.has(right));
}

/** Whoever may just enter by a page's first right may by all of them; what needs more asks `scope.can` for itself. */
function higherRights(files: SourceFile[]): string[] {
  return under(files, "app/c")
    .filter(({ path }) => path.endsWith("/page.tsx"))
    .flatMap(({ path, code }) =>
      [...code.matchAll(/\benter\(([^)]*)\)/g)].flatMap(([, asked = ""]) => {
        const rights = [...asked.matchAll(/"([a-z_]+\.[a-z_]+)"/g)].map(([, right = ""]) => right).filter(isPermission);
        const [first] = rights;
        if (!first) return [];
        const least = { member: { role: roleFor(first) }, company: { plan: planFor(first), access: openAccess } };
        const lack = missing(least, rights);
        return lack ? [`${path}: ${first} does not open ${lack.right}`] : [];
      }),
    );
}

export const doorRules: Rule[] = [
  {
    promise: "a file of actions exports only what the door makes, or hands on to a door",
    broken: looseActions,
    plants: [
      [
        "app/c/[company]/x/actions.ts",
        '"use server";\nexport async function pay(data: FormData) {\n  await save(data);\n}\n',
      ],
      [
        "app/c/[company]/x/actions.ts",
        '"use server";\nimport { action } from "./own";\nexport const pay = action({ run });\n',
      ],
      [
        "app/c/[company]/x/actions.ts",
        '"use server";\nimport { action } from "@/lib/doors/action";\nexport const limit = 5;\n',
      ],
      [
        "app/c/[company]/x/actions.ts",
        '"use server";\nimport * as guest from "@/lib/doors/guest";\nexport async function a() {\n  await log();\n  return guest.signOut();\n}\n',
      ],
      ["lib/clients/x.ts", '"use server";\nexport { createClient } from "./create-client";\n'],
    ],
  },
  {
    promise: "a server action stands in a file of actions, never inside a page or component",
    broken: (files) => product(files).flatMap(({ path, code }) => (/^\s+["']use server["']/m.test(code) ? [path] : [])),
    plants: [["app/c/[company]/x/page.tsx", 'async function save() {\n  "use server";\n  await pay();\n}']],
  },
  {
    promise: "each page and route of a company enters by a door",
    broken: (files) =>
      under(files, "app/c")
        .filter(({ path }) => /\/(page\.tsx|route\.tsx?)$/.test(path))
        .filter((file) => !enters(file))
        .map(({ path }) => path),
    plants: [
      ["app/c/[company]/x/page.tsx", "export default function Page() { return null; }"],
      [
        "app/c/[company]/x/page.tsx",
        'import { enter } from "./door";\nconst scope = await enter(params, "clients.read");',
      ],
      [
        "app/c/[company]/x/page.tsx",
        'import { enter } from "@/lib/doors/page";\n// const scope = await enter(params);',
      ],
      ["app/c/[company]/x/export/route.ts", "export async function GET() { return Response.json(1); }"],
    ],
  },
  {
    promise: "a page opens with its first right: the others that it asks on entering need no higher role or plan",
    broken: higherRights,
    plants: [
      ["app/c/[company]/x/page.tsx", 'const scope = await enter(params, "bills.read", "accounting.read");'],
      [
        "app/c/[company]/x/page.tsx",
        'const scope = await enter(\n  props.params,\n  "time.read",\n  "clients.write",\n);',
      ],
    ],
  },
  {
    promise: "each right of the table is asked for by a page or an action: a right that nobody asks guards nothing",
    broken: unusedRights,
    plants: [
      ["lib/access/permissions.ts", 'export const permissions = {\n  "moon.read": "owner",\n} as const;\n'],
      [
        "lib/access/permissions.ts",
        'export const permissions = {\n  // enter(params, "moon.read")\n  "moon.read": "owner",\n};\n',
      ],
    ],
  },
];
