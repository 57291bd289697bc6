import { createHash, randomBytes } from "node:crypto";
import pg from "pg";
import { APP_GROUP, type DatabaseUrls, WEB } from "./database";
import { databaseOf, withLogin } from "./database-url";
import { keptSecret } from "./secrets";
import { connected, createIfMissing, databaseCode } from "./sql";
import { Trouble } from "./trouble";

const { escapeIdentifier: name, escapeLiteral: text } = pg;

const OLDEST_SERVER = 150_000;
const ROLE_LOCK = 3_600_361;

interface Given {
  databaseUrl: string;
  appDatabaseUrl: string | undefined;
  directory: string;
}

/**
 * Makes somebody else's server ready: `databaseUrl` is the owner's. Without `appDatabaseUrl` a login role of this database is
 * made, with a password kept in `directory`. Refuses servers older than 15, and an application role that could read everything.
 */
export async function prepareGivenDatabase({ databaseUrl, appDatabaseUrl, directory }: Given): Promise<DatabaseUrls> {
  await createGivenDatabase(databaseUrl);
  const webRole = webRoleOf(databaseOf(databaseUrl));
  const password = keptSecret(directory, webRole);
  const appUrl = appDatabaseUrl ?? withLogin(databaseUrl, { user: webRole, password });
  if (await canLogIn(appUrl)) {
    await connected(databaseUrl, createAppGroup);
  } else if (appDatabaseUrl !== undefined) {
    throw new Trouble("The login in APP_DATABASE_URL is refused by PostgreSQL.");
  } else {
    await createWebRole(databaseUrl, webRole, password);
  }
  await checkAppRole(databaseUrl, appUrl);
  return { ownerUrl: databaseUrl, appUrl };
}

/** A new database on the server of DATABASE_URL, beside the one it names, which is not touched. */
export async function prepareThrowAwayDatabase(
  given: Given & { prefix: string },
): Promise<DatabaseUrls & { drop: () => Promise<void> }> {
  const database = `${given.prefix}_${randomBytes(6).toString("hex")}`;
  const urls = await prepareGivenDatabase({
    databaseUrl: withLogin(given.databaseUrl, { database }),
    appDatabaseUrl: given.appDatabaseUrl && withLogin(given.appDatabaseUrl, { database }),
    directory: given.directory,
  });
  const drop = () =>
    connected(withLogin(given.databaseUrl, { database: "postgres" }), async (client) => {
      await client.query(`drop database if exists ${name(database)} with (force)`);
      if (given.appDatabaseUrl === undefined) await client.query(`drop role if exists ${webRoleOf(database)}`);
    });
  return { ...urls, drop };
}

/** The login role that serves one database on a server where several may live. */
function webRoleOf(databaseName: string): string {
  return `${WEB}_${createHash("sha256").update(databaseName).digest("hex").slice(0, 8)}`;
}

async function createGivenDatabase(databaseUrl: string): Promise<void> {
  const database = databaseOf(databaseUrl);
  if (database === "") throw new Trouble("DATABASE_URL names no database: it should end in /name.");
  try {
    await connected(databaseUrl, refuseOldServer);
  } catch (error) {
    if (databaseCode(error) !== "3D000") throw error;
    await connected(withLogin(databaseUrl, { database: "postgres" }), async (client) => {
      await refuseOldServer(client);
      await createIfMissing(client, `create database ${name(database)}`).catch((denied) => {
        if (databaseCode(denied) !== "42501") throw denied;
        throw new Trouble(`The database ${database} does not exist, and the login in DATABASE_URL may not create it.`);
      });
    });
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as version",
  );
  const [server] = rows;
  if (server === undefined || server.number < OLDEST_SERVER) {
    throw new Trouble(`DATABASE_URL leads to PostgreSQL ${server?.version}; EZ360PM needs 15 or newer.`);
  }
}

async function canLogIn(url: string): Promise<boolean> {
  try {
    await connected(url, async () => undefined);
    return true;
  } catch (error) {
    if (["28P01", "28000"].includes(databaseCode(error) ?? "")) return false;
    throw error;
  }
}

async function createAppGroup(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query("select 1 from pg_roles where rolname = $1", [APP_GROUP]);
  if (rows.length === 0) await createIfMissing(owner, `create role ${APP_GROUP} nologin`);
}

async function createWebRole(databaseUrl: string, webRole: string, password: string): Promise<void> {
  await connected(databaseUrl, async (owner) => {
    try {
      // Two servers may start at once, and PostgreSQL lets only one of them alter a role at a time.
      await owner.query("select pg_advisory_lock($1)", [ROLE_LOCK]);
      await createAppGroup(owner);
      await createIfMissing(owner, `create role ${webRole}`);
      await owner.query(`alter role ${webRole} login inherit password ${text(password)}`);
      await owner.query(`grant ${APP_GROUP} to ${webRole}`);
    } catch (error) {
      if (databaseCode(error) !== "42501") throw error;
      throw new Trouble(administratorMust(databaseUrl));
    }
  });
}

async function checkAppRole(databaseUrl: string, appUrl: string): Promise<void> {
  const role = await connected(appUrl, async (client) => {
    const { rows } = await client.query<{ name: string; mighty: boolean; member: boolean }>(
      `select rolname as name, rolsuper or rolbypassrls as mighty, pg_has_role(rolname, $1, 'usage') as member
         from pg_roles where rolname = current_user`,
      [APP_GROUP],
    );
    return rows[0];
  });
  if (role === undefined || role.mighty) {
    throw new Trouble(
      "The role in APP_DATABASE_URL passes by row level security: use one that is neither superuser nor BYPASSRLS.",
    );
  }
  if (role.member) return;
  await connected(databaseUrl, (owner) => owner.query(`grant ${APP_GROUP} to ${name(role.name)}`)).catch((error) => {
    if (databaseCode(error) !== "42501") throw error;
    throw new Trouble(`An administrator must run once \`grant ${APP_GROUP} to ${name(role.name)};\`.`);
  });
}

function administratorMust(databaseUrl: string): string {
  const role = webRoleOf(databaseOf(databaseUrl));
  return (
    "The login in DATABASE_URL may not create roles, so an administrator must run once " +
    `\`create role ${APP_GROUP} nologin;\` and \`create role ${role} login password '…' in role ${APP_GROUP};\`, ` +
    "and APP_DATABASE_URL must name the second one's login."
  );
}
