import { NativeSelect } from "@/components/form/select-field";
import { Button } from "@/components/ui/button";
import type { PickableWork } from "../pickable-work";
import type { SheetQuery } from "./week-grid";

/** A row more: the address keeps it until there is time in it. */
export function AddRow({ action, work, query }: { action: string; work: PickableWork; query: SheetQuery }) {
  const { add, ...single } = query;
  const kept = [...Object.entries(single).filter(([, value]) => value), ...add.map((value) => ["add", value] as const)];
  if (work.projects.length === 0) return null;
  return (
    <form method="get" action={action} className="flex flex-wrap items-end gap-2">
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <span className="min-w-0 flex-1 basis-56 sm:max-w-80">
        <NativeSelect
          name="project"
          required
          aria-label="Project of the new row"
          options={work.projects.map(({ value, label, hint }) => ({
            value,
            label: hint ? `${label} · ${hint}` : label,
          }))}
          placeholder="Choose a project"
        />
      </span>
      <span className="min-w-0 flex-1 basis-40 sm:max-w-60">
        <NativeSelect
          name="service"
          aria-label="Service of the new row"
          options={work.services}
          placeholder="No service"
        />
      </span>
      <Button type="submit" icon="plus">
        Add row
      </Button>
    </form>
  );
}
