import { hash, verify } from "@node-rs/argon2";

/** argon2id, 19 MiB, two passes: OWASP's password storage cheat sheet. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Some hash, so that an unknown address costs the same time as a wrong password. */
const nobody = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$8rjRZVxWj7iT3ThTFO3iKPuhfCJ4J2oG6zTnBWgJb2A";

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFKC"), cost));
}

export async function isPassword(password: string, storedHash: string | null): Promise<boolean> {
  const right = await inTurn(() => verify(storedHash ?? nobody, password.normalize("NFKC")));
  return right && storedHash !== null;
}

/** Four at once: a flood of sign-ins waits here, instead of taking all the memory and every core. */
const most = 4;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(run: () => Promise<T>): Promise<T> {
  if (running >= most) await new Promise<void>((resume) => waiting.push(resume));
  else running += 1;
  try {
    return await run();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
