import { run, type TaskList } from "graphile-worker";
import { closePool, pool } from "@/db/client";
import { jobs } from "@/lib/doors/jobs";
import { startOrExit } from "@/lib/doors/startup";
import { log } from "@/lib/gateways/log";

/** The job worker: a process of its own beside the web server, as many of them as there is work for. */
const tasks: TaskList = Object.fromEntries(
  Object.entries(jobs).map(([kind, carryOut]) => [
    kind,
    async (payload, helpers) => carryOut(payload as never, String(helpers.job.id)),
  ]),
);

/** When it is a new day everywhere in the United States; what a night's outage missed is made up for. Sweeping is hourly. */
const crontab = `15 10 * * * make-recurring-invoices ?fill=1d&max=5
40 * * * * sweep-identity ?max=2`;

await startOrExit();

const runner = await run({
  pgPool: pool(),
  taskList: tasks,
  crontab,
  concurrency: 4,
  noHandleSignals: true,
  noPreparedStatements: true,
});
log().info({ kinds: Object.keys(tasks) }, "worker ready");

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await runner.stop();
  await closePool();
}

process.on("SIGTERM", stop);
process.on("SIGINT", stop);
await runner.promise;
