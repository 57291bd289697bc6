/**
 * The scripts' one view of the environment they were started in. The product reads its settings in `lib/env.ts`; the scripts
 * run before those settings exist, since they make them.
 */
export function setting(name: string): string | undefined {
  return process.env[name] || undefined;
}

/** What a child process gets: our own environment, with `overrides` on top; `undefined` takes a name away. */
export function childEnvironment(overrides: Record<string, string | undefined>): NodeJS.ProcessEnv {
  return { ...process.env, ...overrides };
}
