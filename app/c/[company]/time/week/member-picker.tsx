import { NativeSelect } from "@/components/form/select-field";
import { Button } from "@/components/ui/button";

/** Whose week is shown: for managers. */
export function MemberPicker({
  action,
  day,
  members,
  chosen,
}: {
  action: string;
  day: string;
  members: { id: string; name: string }[];
  chosen: string;
}) {
  return (
    <form method="get" action={action} className="flex items-center gap-2 sm:ml-auto">
      <input type="hidden" name="day" value={day} />
      <NativeSelect
        name="member"
        aria-label="Member"
        defaultValue={chosen}
        options={members.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button type="submit" size="sm">
        Show
      </Button>
    </form>
  );
}
