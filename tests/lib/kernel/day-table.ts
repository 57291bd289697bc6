import {
  addDays,
  addMonths,
  dayIn,
  daysBetween,
  formatDay,
  lastOfMonth,
  plainDate,
  weekdayOf,
} from "@/lib/kernel/dates";

/** What the product says of some days and instants; printed by a process in each time zone of the server. */
const instants: [zone: string, instant: string][] = [
  // New York puts its clocks forward and back
  ["America/New_York", "2026-03-08T04:59:59.999Z"],
  ["America/New_York", "2026-03-08T05:00:00Z"],
  ["America/New_York", "2026-03-09T03:59:59Z"],
  ["America/New_York", "2026-03-09T04:00:00Z"],
  ["America/New_York", "2026-11-01T03:59:59Z"],
  ["America/New_York", "2026-11-01T04:00:00Z"],
  ["America/New_York", "2026-11-02T04:59:59Z"],
  ["America/New_York", "2026-11-02T05:00:00Z"],
  // half an hour of summer time, the furthest ahead, the furthest behind, and a day that Samoa never had
  ["Australia/Lord_Howe", "2026-04-04T14:59:59Z"],
  ["Pacific/Kiritimati", "2026-11-18T10:00:00Z"],
  ["Pacific/Pago_Pago", "2026-11-18T10:59:59Z"],
  ["Pacific/Apia", "2011-12-30T09:59:59Z"],
  ["Pacific/Apia", "2011-12-30T10:00:00Z"],
  ["Asia/Kolkata", "2026-11-18T18:30:00Z"],
  ["Pacific/Honolulu", "2027-01-01T09:59:59Z"],
  ["UTC", "2028-02-29T23:59:59Z"],
];

const days = ["2011-12-29", "2026-03-08", "2026-11-01", "2028-02-28", "2028-02-29", "2026-12-31", "2027-01-31"];

export function dayTable(): string[] {
  return [
    ...instants.map(([zone, instant]) => `${instant} in ${zone}: ${dayIn(zone, new Date(instant))}`),
    ...days.map((text) => {
      const day = plainDate(text);
      const next = [addDays(day, 1), addMonths(day, 1), lastOfMonth(day), daysBetween(day, addMonths(day, 1))];
      return `${formatDay(day)} (${weekdayOf(day)}): ${next.join(" ")}`;
    }),
  ];
}

if (process.argv[2] === "print") process.stdout.write(JSON.stringify(dayTable()));
