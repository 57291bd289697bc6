import { enter } from "@/lib/doors/page";
import { listEntriesOfSource } from "@/lib/ledger/queries";

/** The entries that a document made, for whom, and on which plan, the books are; for everybody else none. */
export async function entriesOf(
  params: Promise<{ company: string }>,
  source: Parameters<typeof listEntriesOfSource>[1],
): ReturnType<typeof listEntriesOfSource> {
  const { can } = await enter(params);
  return can("accounting.read") ? listEntriesOfSource(await enter(params, "accounting.read"), source) : [];
}
