import { plainDate } from "@/lib/kernel/dates";
import { decimalOfCents } from "@/lib/kernel/decimal-text";
import { bookByHand } from "../deeds";
import { closing, opening, reopening, takingBack } from "../lib/ledger/turns";
import type { RoomDeeds } from "./walker";

const years = ["2024-12-31", "2025-12-31"];
const endOf = (pick: number) => plainDate(years[pick % 2] as string);

/** What turns with a year: openings, entries of earlier years, closes and reopenings. */
export const periodDeeds: RoomDeeds = {
  openBalances: {
    weight: 1,
    carry: async ({ firm }, { amount, pick }) => {
      const text = decimalOfCents(amount);
      await opening(firm.owner, { "1000": text, "3000": `-${text}` }, endOf(pick));
      return undefined;
    },
  },
  takeBackBalances: {
    weight: 1,
    carry: async ({ firm }) => {
      await takingBack(firm.owner);
      return undefined;
    },
  },
  bookEarlier: {
    weight: 2,
    carry: async ({ firm }, { amount, pick, tax }) => {
      const [debit, credit] = tax % 2 === 0 ? ["1000", "4000"] : ["6000", "1000"];
      const day = plainDate(endOf(pick).replace("-12-31", "-06-15"));
      await bookByHand(firm.owner, debit as string, credit as string, decimalOfCents(amount), day);
      return undefined;
    },
  },
  closeYear: {
    weight: 2,
    carry: async ({ firm }, { pick }) => {
      await closing(firm.admin, endOf(pick));
      return undefined;
    },
  },
  reopenYear: {
    weight: 1,
    carry: async ({ firm }, { pick }) => {
      await reopening(firm.owner, endOf(pick));
      return undefined;
    },
  },
};
