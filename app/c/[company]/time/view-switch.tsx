import { Tabs } from "@/components/ui/tabs";

/** The two ways to look at time: the week as a sheet, and the list with its filters. */
export function ViewSwitch({ home, view, day }: { home: string; view: "list" | "week"; day: string }) {
  return (
    <Tabs
      label="View"
      items={[
        { label: "List", href: `${home}/time`, current: view === "list" },
        { label: "Week", href: `${home}/time/week?day=${day}`, current: view === "week" },
      ]}
    />
  );
}
