import { randomBytes } from "node:crypto";
import type pg from "pg";
import { inject } from "vitest";
import { withLogin } from "@/scripts/local/database-url";
import { markOf } from "@/scripts/local/process-table";
import { connected } from "@/scripts/local/sql";

/** Every test file has a database of its own, and finds it in the environment before it imports anything that looks there. */
const { adminUrl, database: template, ownerUrl, appUrl, strategy } = inject("template");
const database = `${template}_${process.pid}_${randomBytes(4).toString("hex")}`;

await connected(adminUrl, async (admin) => {
  await dropThoseOfTheDead(admin);
  const owner = decodeURIComponent(new URL(ownerUrl).username);
  await admin.query(`create database ${database} template ${template} strategy ${strategy} owner "${owner}"`);
  // a database's own rights do not come with its template: here is what db/migrations says of it
  await admin.query(`revoke temporary on database ${database} from public`);
});

Object.assign(process.env, {
  EZ360_PROFILE: "test",
  DATABASE_URL: withLogin(ownerUrl, { database }),
  APP_DATABASE_URL: withLogin(appUrl, { database }),
  NEXTAUTH_URL: "http://localhost:3360",
  NEXTAUTH_SECRET: "a secret that protects nothing but tests",
});
delete process.env.MAIL_URL;

/** A file's process may keep connections until it ends, so its database is dropped by a later file, or with the server. */
async function dropThoseOfTheDead(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>("select datname from pg_database where datname like $1", [
    `${template}\\_%`,
  ]);
  for (const { datname } of rows) {
    const pid = Number(datname.split("_").at(-2));
    if (markOf(pid) === null) await admin.query(`drop database if exists ${datname} with (force)`);
  }
}
