import { product, type Rule, type SourceFile, standing, under } from "./source";

/** Next loads these by their name and asks for a default export. */
const nextAsks =
  /^app\/(.*\/)?(page|layout|template|loading|error|global-error|not-found|forbidden|unauthorized|default|icon|sitemap|robots|manifest|opengraph-image)\.tsx?$/;

/** Where the browser shows a clock that ticks, the browser's own clock is meant. It decides nothing. */
const tickingClocks = ["components/time/timer-clock.ts", "components/time/timer-tabs.ts"];

/** `$12.4k` above a bar is a drawing; the exact amount stands beside it. */
const drawnAmounts = ["components/accounting/cash-chart.tsx"];

/** What is not a literal and still safe, because the value comes from a closed list in the same program. */
const closedLists: Record<string, string> = {
  "lib/access/keyset.ts sql.raw(order.type)": "Order names four types",
  "lib/reconciliation/verify-books.ts sql.raw(query)": "the invariants are constants; nothing of a person is in them",
  "lib/reports/ap-aging.ts sql.identifier(bucket)": "the constant names of the age buckets",
  "lib/reports/ar-aging.ts sql.identifier(bucket)": "the constant names of the age buckets",
  "lib/reports/dashboard.ts sql.identifier(bucket)": "the constant names of the age buckets",
};

const forbiddenNames = /(^|\/)(utils?|helpers?|services?|types|misc|common|shared|index)(\.tsx?$|\/)/;

/** A name that the house forbids elsewhere, and why it stands here. */
const named: Record<string, string> = {
  "db/schema/index.ts": "the only barrel",
  "lib/events/types.ts": "the closed list of kinds of facts: `type` is the word of the table and of the audit page",
};

/** Longer than a page should be, and why. */
const longPages: Record<string, string> = {};

const literal = /^\s*("[^"]*"|'[^']*'|`[^`$]*`|[\w.]+\s*\?\s*"[^"]*"\s*:\s*"[^"]*")\s*$/;

function tooLong(files: SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.replace(/\n$/, "").split("\n").length;
    const most = /^app\/.*page\.tsx$/.test(path) ? 120 : 300;
    return lines > most && !longPages[path] ? [`${path}: ${lines} lines of ${most}`] : [];
  });
}

function badlyNamed(files: SourceFile[]): string[] {
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|spec|config|d))?\.(ts|tsx|mts)$/;
  return files.flatMap(({ path }) => {
    const name = path.split("/").at(-1) ?? "";
    const forbidden = forbiddenNames.test(path) && /^(app|components|lib|db|tests)\//.test(path) && !named[path];
    return forbidden || !kebab.test(name) ? [path] : [];
  });
}

function looseSql(files: SourceFile[]): string[] {
  return product(files).flatMap(({ path, code }) =>
    [...code.matchAll(/\b(sql\.(?:raw|identifier))\(((?:[^()]|\([^()]*\))*)\)/g)]
      .filter(([, , argument = ""]) => !literal.test(argument))
      .map(([, call, argument = ""]) => `${path} ${call}(${argument.trim()})`)
      .filter((place) => !closedLists[place]),
  );
}

export const wordRules: Rule[] = [
  {
    promise: "files have 300 lines at most, pages 120",
    broken: tooLong,
    plants: [
      ["lib/invoicing/x.ts", "x\n".repeat(301)],
      ["app/c/[company]/x/page.tsx", "x\n".repeat(121)],
      ["tests/x.test.ts", "x\n".repeat(301)],
    ],
  },
  {
    promise: "files are kebab-case, and none is a drawer for everything",
    broken: badlyNamed,
    plants: [
      ["lib/kernel/utils.ts", ""],
      ["lib/invoicing/helpers/round.ts", ""],
      ["lib/invoicing/services/invoice.ts", ""],
      ["lib/invoicing/index.ts", ""],
      ["lib/payments/types.ts", ""],
      ["lib/invoicing/issueInvoice.ts", ""],
      ["components/ui/Button.tsx", ""],
    ],
  },
  {
    promise: "default exports stand only where Next asks for them",
    broken: (files) =>
      standing(product(files), /\bexport default\b|\bas default\b/).filter(
        (place) => !nextAsks.test(place.split(":")[0] ?? ""),
      ),
    plants: [
      ["lib/invoicing/x.ts", "export default function x() {}"],
      ["components/ui/x.tsx", "const x = 1;\nexport { x as default };"],
      ["app/c/[company]/invoices/invoice-form.tsx", "export default function Form() {}"],
    ],
  },
  {
    promise: "the clock is read by doors; behind them it is `work.now`",
    broken: (files) =>
      standing(product(files), /\bnew Date\(\s*\)|\bDate\.now\b|\bTemporal\.Now\b|(?<!new )\bDate\(\)/, [
        "lib/doors",
        ...tickingClocks,
      ]),
    plants: [
      ["lib/invoicing/x.ts", "const now = new Date();"],
      ["lib/kernel/x.ts", "const day = Temporal.Now.plainDateISO();"],
      ["app/c/[company]/x/page.tsx", "const now = Date.now();"],
      ["components/ui/x.tsx", "const now = new Date( );"],
      ["db/x.ts", "const clock = Date.now;"],
    ],
  },
  {
    promise: "money is never a float: it is parsed, rounded and printed by the kernel alone",
    broken: (files) => [
      ...standing(
        product(files),
        /\bparseFloat\b|\.toFixed\(|\.toPrecision\(|\b\w*[cC]ents\b\s*\/\s*100\b|\*\s*0?\.01\b/,
        drawnAmounts,
      ),
      ...standing(under(files, "lib"), /\bMath\.round\(/, ["lib/reconciliation/verify-books.ts"]),
    ],
    plants: [
      ["app/c/[company]/x/page.tsx", "const price = parseFloat(text);"],
      ["components/display/x.tsx", "return (amountCents / 100).toLocaleString();"],
      ["lib/invoicing/x.ts", "const text = amount.toFixed(2);"],
      ["lib/invoicing/x.ts", "const tax = Math.round(subtotal * rate);"],
      ["lib/reports/x.ts", "const dollars = cents * 0.01;"],
    ],
  },
  {
    promise: "what goes into SQL as text is a literal, or comes from a closed list that is named here",
    broken: looseSql,
    plants: [
      ["lib/clients/x.ts", `const where = sql\`order by \${sql.raw(request.sort)}\`;`],
      ["lib/clients/x.ts", `const where = sql.raw(\`name = '\${name}'\`);`],
      ["lib/clients/x.ts", "const column = sql.identifier(params.sort);"],
    ],
  },
];
