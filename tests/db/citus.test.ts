import { beforeAll, describe, expect, test } from "vitest";
import { type Catalog, readCatalog } from "./catalog";
import { as } from "./roles";

/**
 * The schema can be spread over many servers by Citus, each company whole on one of them, without a change. Citus is
 * not run here; its rules stand below in words, and the catalog is held against them.
 */
type Rule = { says: string; broken: (catalog: Catalog) => string[] };

/** Copied whole to every server. Everything else is distributed by its company. */
const referenceTables = [
  ...["companies", "users", "sessions", "devices", "authenticators", "recovery_codes", "passkeys", "proofs"],
  ...["account_events", "rate_limits"],
];

const rules: Rule[] = [
  {
    says: "a table is distributed by company_id, or it is one of the few reference tables",
    broken: ({ tables, tenantTables }) =>
      tables.filter((table) => tenantTables.includes(table) === referenceTables.includes(table)),
  },
  {
    says: "a distributed table has a primary key",
    broken: ({ tenantTables, keys }) =>
      tenantTables.filter((table) => !keys.some((key) => key.table === table && key.kind === "primary")),
  },
  {
    says: "each primary key, unique key, unique index and exclusion constraint of a distributed table contains company_id",
    broken: ({ tenantTables, keys }) =>
      keys
        .filter(
          (key) => tenantTables.includes(key.table) && key.kind !== "index" && !key.columns.includes("company_id"),
        )
        .map((key) => key.name),
  },
  {
    says: "each index of a distributed table begins with company_id, so that a company's rows lie together",
    broken: ({ tenantTables, keys }) =>
      keys.filter((key) => tenantTables.includes(key.table) && key.columns[0] !== "company_id").map((key) => key.name),
  },
  {
    says: "a foreign key between distributed tables has company_id in the same place on both sides",
    broken: ({ tenantTables, foreignKeys }) =>
      foreignKeys
        .filter((key) => tenantTables.includes(key.table) && tenantTables.includes(key.parent))
        .filter((key) => {
          const place = key.columns.indexOf("company_id");
          return place < 0 || key.parentColumns[place] !== "company_id";
        })
        .map((key) => key.name),
  },
  {
    says: "a foreign key to a table that is not distributed leads to a reference table",
    broken: ({ tenantTables, foreignKeys }) =>
      foreignKeys
        .filter((key) => !tenantTables.includes(key.parent) && !referenceTables.includes(key.parent))
        .map((key) => key.name),
  },
  {
    says: "a reference table has no foreign key to a distributed one",
    broken: ({ tenantTables, foreignKeys }) =>
      foreignKeys
        .filter((key) => !tenantTables.includes(key.table) && tenantTables.includes(key.parent))
        .map((key) => key.name),
  },
];

/** For each rule a table that breaks it, and the name that the rule must give. */
const plants: Record<string, { ddl: string; named: string }> = {
  "a table is distributed by company_id, or it is one of the few reference tables": {
    ddl: "create table forgotten (id text primary key)",
    named: "forgotten",
  },
  "a distributed table has a primary key": {
    ddl: "create table keyless (company_id text not null)",
    named: "keyless",
  },
  "each primary key, unique key, unique index and exclusion constraint of a distributed table contains company_id": {
    ddl: "create table bad (company_id text, id text, email text, primary key (company_id, id)); create unique index bad_email_key on bad (lower(email))",
    named: "bad_email_key",
  },
  "each index of a distributed table begins with company_id, so that a company's rows lie together": {
    ddl: "create table bad (company_id text, id text, constraint bad_pkey primary key (id, company_id))",
    named: "bad_pkey",
  },
  "a foreign key between distributed tables has company_id in the same place on both sides": {
    ddl: "create table bad (company_id text, id text, client text, primary key (company_id, id), constraint bad_client_fkey foreign key (client, company_id) references clients (company_id, id))",
    named: "bad_client_fkey",
  },
  "a foreign key to a table that is not distributed leads to a reference table": {
    ddl: "create table lone (id text primary key); create table bad (company_id text, lone_id text constraint bad_lone_fkey references lone)",
    named: "bad_lone_fkey",
  },
  "a reference table has no foreign key to a distributed one": {
    ddl: "alter table users add company text, add client text, add constraint users_client_fkey foreign key (company, client) references clients (company_id, id)",
    named: "users_client_fkey",
  },
};

describe("the schema can be distributed by company", () => {
  let catalog: Catalog;
  beforeAll(async () => {
    catalog = await as("owner", null, readCatalog);
  });

  test("the catalog was read: tenant tables, keys and foreign keys are there", () => {
    expect(catalog.tenantTables).toContain("journal_lines");
    expect(catalog.keys.map((key) => key.name)).toEqual(
      expect.arrayContaining(["invoices_pkey", "clients_name_key", "accounting_periods_overlap"]),
    );
    expect(catalog.foreignKeys.map((key) => key.name)).toContain("journal_lines_entry_fkey");
  });

  for (const { says, broken } of rules) {
    test(says, () => expect(broken(catalog)).toEqual([]));

    test(`… and a planted table that breaks it is named (${plants[says]?.named})`, async () => {
      const planted = await as("owner", null, async (run) => {
        await run(plants[says]?.ddl ?? "");
        return readCatalog(run);
      });
      expect(broken(planted)).toContain(plants[says]?.named);
    });
  }
});
