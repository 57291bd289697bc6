import { inTransaction } from "@/db/client";
import { type AccountMail, unsealMail } from "@/lib/identity/mails";
import { type FormAction, type FormState, idleForm } from "@/lib/kernel/form-state";

/** What a form is answered, or where it leads. */
export async function post(action: FormAction, fields: Record<string, string>): Promise<FormState & { to?: string }> {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  try {
    return await action(idleForm, data);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("to ")) return { ...idleForm, to: error.message.slice(3) };
    throw error;
  }
}

export async function mailsTo(address: string): Promise<AccountMail[]> {
  const { rows } = await inTransaction({}, (db) =>
    db.execute<{ payload: { sealed: string } }>(
      "select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'send-account-mail' order by j.id",
    ),
  );
  return rows.map(({ payload }) => unsealMail(payload.sealed)).filter((mail) => mail.to.address === address);
}
