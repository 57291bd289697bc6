import { existsSync, readFileSync, type Stats, statSync } from "node:fs";
import { dirname } from "node:path";

/** An account of the operating system, by its numbers. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root. Root therefore runs it as `nobody`, whom every system has, so that no account has to be made;
 * everybody else runs it as themselves (null).
 */
export function postgresAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = existsSync("/etc/passwd") ? readFileSync("/etc/passwd", "utf8") : "";
  const [, , uid, gid] = /^nobody:.*$/m.exec(accounts)?.[0].split(":") ?? [];
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) };
}

/** Whether the account may walk down to `path`: below a home directory of mode 0700 it may not. */
export function canReach(account: Account, path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!mayPass(account, statSync(folder))) return false;
    if (folder === dirname(folder)) return true;
  }
}

function mayPass({ uid, gid }: Account, { mode, uid: owner, gid: group }: Stats): boolean {
  if (owner === uid) return (mode & 0o100) !== 0;
  if (group === gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
