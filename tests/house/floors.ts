import { atRoot, fileAt, product, type Rule, type SourceFile, standing, under } from "./source";

const rooms = [
  "kernel",
  "access",
  "events",
  "jobs",
  "gateways",
  "identity",
  "billing",
  "companies",
  "ledger",
  "clients",
  "catalog",
  "projects",
  "time",
  "expenses",
  "invoicing",
  "payments",
  "recurring",
  "reconciliation",
  "reports",
  "ops",
  "doors",
];

/** Packages that a browser may load: without them a file of lib is not pure. */
const purePackages = ["zod", "temporal-polyfill", "dinero.js/bigint", "uuid"];

const vendors = /^(stripe|nodemailer|pino|@sentry\/|@aws-sdk\/|pdf|puppeteer|playwright|resend|twilio)/;

const floors = ["app", "components", "lib", "db"];

function floorOf(path: string): number {
  return atRoot.includes(path) ? 0 : floors.indexOf(path.split("/")[0] ?? "");
}

function upward(files: SourceFile[]): string[] {
  return product(files).flatMap(({ path, imports }) =>
    imports
      .filter(({ from }) => floorOf(from) >= 0 || /^(tests|scripts|e2e)\//.test(from))
      .filter((one) => !mayImport(files, path, one))
      .map(({ from }) => `${path} → ${from}`),
  );
}

function mayImport(files: SourceFile[], path: string, { from, typeOnly }: SourceFile["imports"][number]): boolean {
  const [here, there] = [floorOf(path), floorOf(from)];
  if (there < 0) return false;
  if (here === there) return true;
  if (floors[here] === "app") return floors[there] !== "db";
  if (floors[here] === "components") return floors[there] === "lib" && (typeOnly || isPure(files, from));
  if (floors[here] === "lib") return floors[there] === "db";
  // the tables' columns carry the types of the nouns; nothing of them is run
  return floors[there] === "lib" && (typeOnly || /^lib\/(kernel\/|env$)/.test(from));
}

/** Nothing behind it but the kernel, other pure files, and packages that a browser may load. */
function isPure(files: SourceFile[], from: string, seen: string[] = []): boolean {
  const file = fileAt(files, from);
  if (!file || seen.includes(file.path)) return seen.includes(file?.path ?? "");
  return file.imports
    .filter(({ typeOnly }) => !typeOnly)
    .every((one) =>
      one.from.startsWith("lib/") ? isPure(files, one.from, [...seen, file.path]) : purePackages.includes(one.from),
    );
}

function outOfOrder(files: SourceFile[]): string[] {
  return under(files, "lib").flatMap(({ path, imports }) => {
    const here = path.split("/")[1] ?? "";
    if (path === "lib/env.ts") return imports.filter(({ from }) => from.startsWith("lib/")).map(() => path);
    if (!rooms.includes(here)) return [`${path} lies in no room`];
    return imports.flatMap(({ from }) => {
      const [floor, there = "", ...rest] = from.split("/");
      if (floor !== "lib" || there === "env" || there === here) return [];
      const isPrivate = rest.length > 1;
      return isPrivate || rooms.indexOf(there) >= rooms.indexOf(here) ? [`${path} → ${from}`] : [];
    });
  });
}

export const floorRules: Rule[] = [
  {
    promise: "imports go down: app → components → lib → db; app never reaches db, components only what is pure",
    broken: upward,
    plants: [
      ["app/c/[company]/x/page.tsx", 'import { invoices } from "@/db/schema";'],
      ["app/c/[company]/x/page.tsx", 'const { pool } = await import("@/db/client");'],
      ["components/ui/x.tsx", 'import { clients } from "@/app/c/[company]/clients/page";'],
      ["components/ui/x.tsx", 'import { listClients } from "@/lib/clients/queries";'],
      ["components/ui/x.tsx", 'import { action } from "@/lib/doors/action";'],
      ["components/ui/x.tsx", 'import type { invoices } from "@/db/schema";'],
      ["lib/clients/x.ts", 'import { Button } from "@/components/ui/button";'],
      ["lib/clients/x.ts", 'import { world } from "../../tests/world";'],
      ["db/x.ts", 'import { post } from "@/lib/ledger/post";'],
      ["middleware.ts", 'import { pool } from "./db/client";'],
      ["instrumentation.ts", 'import { pool } from "./db/client";'],
    ],
  },
  {
    promise: "the rooms of lib stand in one row; a room uses only rooms before it, and of them only the top level",
    broken: outOfOrder,
    plants: [
      ["lib/ledger/x.ts", 'import { issueInvoice } from "@/lib/invoicing/issue-invoice";'],
      ["lib/kernel/x.ts", 'import { env } from "../access/scope";'],
      ["lib/invoicing/x.ts", 'import type { Desk } from "@/lib/doors/console";'],
      ["lib/doors/x.ts", 'import { sums } from "@/lib/reconciliation/invariants/journal";'],
      ["lib/utils/x.ts", "export const x = 1;"],
      ["lib/env.ts", 'import { assert } from "@/lib/kernel/assert";'],
    ],
  },
  {
    promise: "only doors make a scope or begin a transaction",
    broken: (files) =>
      product(files)
        .filter(({ path }) => !/^(lib\/doors\/|lib\/access\/scope\.ts$|db\/(client|rate-limiter)\.ts$)/.test(path))
        .flatMap(({ path, imports }) =>
          imports
            .filter(({ from }) => ["lib/access/scope", "db/client"].includes(from))
            .flatMap(({ names }) => names.filter((name) => /^(mint|inTransaction|pool|openPool|\*.*)$/.test(name)))
            .map((name) => `${path} takes ${name}`),
        ),
    plants: [
      ["lib/invoicing/x.ts", 'import { mint, type Work } from "@/lib/access/scope";'],
      ["lib/invoicing/x.ts", 'import { inTransaction } from "@/db/client";'],
      ["lib/ops/x.ts", 'import * as client from "@/db/client";'],
      ["app/api/x/route.ts", 'import { inTransaction as run } from "@/db/client";'],
    ],
  },
  {
    promise: "behind the doors nobody knows Next or React",
    broken: (files) =>
      under(files, "lib", "db")
        .filter(({ path }) => !path.startsWith("lib/doors/"))
        .flatMap(({ path, imports }) =>
          imports.filter(({ from }) => /^(next|react)([/-]|$)/.test(from)).map(({ from }) => `${path} → ${from}`),
        ),
    plants: [
      ["lib/invoicing/x.ts", 'import { redirect } from "next/navigation";'],
      ["lib/kernel/x.ts", 'import { cache } from "react";'],
      ["db/x.ts", 'import { getServerSession } from "next-auth";'],
    ],
  },
  {
    promise: "vendors' packages are loaded by the gateways alone",
    broken: (files) =>
      product(files)
        .filter(({ path }) => !path.startsWith("lib/gateways/"))
        .flatMap(({ path, imports }) =>
          imports.filter(({ from }) => vendors.test(from)).map(({ from }) => `${path} → ${from}`),
        ),
    plants: [["lib/invoicing/x.ts", 'import nodemailer from "nodemailer";']],
  },
  {
    promise: "the database's door and every gateway fail the build when a browser would get them",
    broken: (files) =>
      [...under(files, "lib/gateways"), ...under(files, "db/client.ts")]
        .filter(({ imports }) => !imports.some(({ from }) => from === "server-only"))
        .map(({ path }) => path),
    plants: [
      ["lib/gateways/stripe.ts", 'import Stripe from "stripe";'],
      ["db/client.ts", 'import pg from "pg";'],
    ],
  },
  {
    // in which of Next's runtimes a file is built is no setting
    promise: "settings are read in lib/env.ts and nowhere else",
    broken: (files) =>
      standing(product(files), /process\.env\b(?!\.NEXT_RUNTIME\b)|import\.meta\.env\b/, ["lib/env.ts"]),
    plants: [
      ["lib/doors/x.ts", "const url = process.env.NEXTAUTH_URL;"],
      ["app/x/page.tsx", "const { DATABASE_URL } = process.env;"],
      ["instrumentation.ts", "if (process.env.EZ360_PROFILE) start();"],
    ],
  },
];
