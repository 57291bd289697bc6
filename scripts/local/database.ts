import pg from "pg";
import { withLogin } from "./database-url";
import { keptSecret } from "./secrets";
import { connected, createIfMissing } from "./sql";

const { escapeIdentifier: name, escapeLiteral: text } = pg;

/** All grants and policies name this role; nobody logs in as it. */
export const APP_GROUP = "ez360_app";

const OWNER = "ez360_owner";
export const WEB = "ez360_web";

export interface DatabaseUrls {
  /** Owns the tables and runs migrations; never serves a request. */
  ownerUrl: string;
  /** Neither owns a table nor passes by row level security. */
  appUrl: string;
}

/** Roles and database on a server of our own, where we are superuser. `directory` keeps the passwords. */
export async function prepareDatabase(options: {
  adminUrl: string;
  databaseName: string;
  directory: string;
}): Promise<DatabaseUrls> {
  const { adminUrl, databaseName, directory } = options;
  const ownerPassword = keptSecret(directory, OWNER);
  const webPassword = keptSecret(directory, WEB);
  await connected(adminUrl, async (admin) => {
    await createIfMissing(admin, `create role ${APP_GROUP} nologin`);
    await createIfMissing(admin, `create role ${OWNER}`);
    await createIfMissing(admin, `create role ${WEB}`);
    const limits = "login nosuperuser nocreatedb nocreaterole nobypassrls";
    await admin.query(`alter role ${OWNER} ${limits} password ${text(ownerPassword)}`);
    await admin.query(`alter role ${WEB} ${limits} inherit password ${text(webPassword)}`);
    await admin.query(`grant ${APP_GROUP} to ${WEB}`);
    await createIfMissing(admin, `create database ${name(databaseName)} owner ${OWNER}`);
  });
  return {
    ownerUrl: withLogin(adminUrl, { user: OWNER, password: ownerPassword, database: databaseName }),
    appUrl: withLogin(adminUrl, { user: WEB, password: webPassword, database: databaseName }),
  };
}
