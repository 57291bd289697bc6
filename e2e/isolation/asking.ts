import { demo } from "../firm";
import type { Rival } from "./rivals";

/** One request of the matrix: what is asked, by whom, and what must not stand in the answer. */
export type Ask = {
  title: string;
  path: string;
  cookie: string | null;
  /** Whose data the asking person may not see. */
  strangers: Rival[];
  headers?: Record<string, string>;
  form?: FormData;
  /** Null when the answer is right, else what is wrong with it. */
  wrong: (answer: Answer) => string | null;
};

export type Answer = { status: number; location: string; type: string; body: string };

/** Everything of a company's that is in nobody else's: its mark, its name, and the id of each of its records. */
export type Secrets = Map<Rival, string[]>;

const atOnce = 7;

/** Asks them all, some at a time, and returns what was wrong. */
export async function askAll(asks: readonly Ask[], secrets: Secrets): Promise<string[]> {
  const faults: string[] = [];
  const waiting = asks.values();
  const one = async () => {
    for (const ask of waiting) {
      const fault = await faultOf(ask, secrets);
      if (fault) faults.push(`${ask.title}: ${fault}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return faults;
}

async function faultOf(ask: Ask, secrets: Secrets): Promise<string | null> {
  const answer = await answerTo(ask);
  if (answer.status >= 500) return `answered ${answer.status}`;
  const sent = `${ask.path} ${[...(ask.form?.values() ?? [])].join(" ")}`;
  const leaked = ask.strangers
    .flatMap((stranger) => secrets.get(stranger) ?? [])
    .find((secret) => answer.body.includes(secret) && !sent.includes(secret));
  return leaked ? `told ${leaked}` : ask.wrong(answer);
}

export async function answerTo({
  path,
  cookie,
  headers,
  form,
}: Omit<Ask, "title" | "strangers" | "wrong">): Promise<Answer> {
  const { baseUrl } = demo();
  const response = await fetch(baseUrl + path, {
    redirect: "manual",
    headers: { ...(cookie ? { cookie } : {}), ...(form ? { origin: baseUrl } : {}), ...headers },
    ...(form ? { method: "POST", body: form } : {}),
  });
  return {
    status: response.status,
    location: response.headers.get("location") ?? response.headers.get("x-action-redirect") ?? "",
    type: response.headers.get("content-type") ?? "",
    body: await response.text(),
  };
}

/** Right when the status is this one, and what else is asked of the answer holds. */
export function status(expected: number, holds: (answer: Answer) => boolean = () => true) {
  return (answer: Answer): string | null =>
    answer.status === expected && holds(answer)
      ? null
      : `${answer.status} ${answer.location} ${answer.type} instead of ${expected}`;
}
