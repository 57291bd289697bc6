/** Next calls this once, before the first request is let through, in each process that serves. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startOrExit } = await import("@/lib/doors/startup");
  const { guardServer } = await import("@/lib/doors/http-server");
  await startOrExit();
  guardServer();
}
