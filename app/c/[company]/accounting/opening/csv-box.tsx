"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Fold } from "@/components/ui/fold";
import type { OpeningAccount } from "@/lib/ledger/opening";
import { readOpeningCsv } from "@/lib/ledger/opening-csv";
import type { Stated } from "./stated";

/** A trial balance pasted or chosen as a file fills the grid; what could not be placed is said. */
export function CsvBox({ accounts, onRead }: { accounts: OpeningAccount[]; onRead: (stated: Stated) => void }) {
  const [text, setText] = useState("");
  const [said, setSaid] = useState<string[]>([]);

  function read(csv: string) {
    const { rows, troubles } = readOpeningCsv(csv);
    const stated: Stated = {};
    const strange = rows.filter((row) => {
      const account = accounts.find((one) => one.code === row.code);
      if (account) stated[account.accountId] = { debit: row.debit, credit: row.credit };
      return !account && (row.debit || row.credit);
    });
    const unknown = strange.map((row) => `There is no account ${row.code}. Add it to the chart first.`);
    setSaid([...troubles, ...unknown]);
    onRead(stated);
  }

  return (
    <Fold title="Paste or upload a trial balance…">
      <div className="mt-3 space-y-3">
        <textarea
          aria-label="Trial balance as CSV"
          rows={5}
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder="code,account,debit,credit"
          className="block w-full rounded-md border border-border-strong bg-surface px-3 py-2 font-mono text-sm"
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button onClick={() => read(text)}>Fill in the grid</Button>
          <input
            type="file"
            accept=".csv,text/csv"
            aria-label="CSV file"
            onChange={async (event) => read((await event.target.files?.[0]?.text()) ?? "")}
          />
        </div>
        <ul role="status" className="text-danger-fg">
          {said.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
    </Fold>
  );
}
