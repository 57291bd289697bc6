import type { Route } from "next";
import Form from "next/form";
import { NativeSelect } from "@/components/form/select-field";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";

/** Who paid, when the money is for several invoices or for none. */
export function ChooseClient({ action, clients }: { action: string; clients: { id: string; name: string }[] }) {
  return (
    <Card title="Who paid?" description="For several invoices of one client, or for none yet.">
      <Form action={action as Route} className="flex flex-wrap items-end gap-2">
        <div className="min-w-0 flex-1 basis-60 sm:max-w-96">
          <label htmlFor="who-paid" className="mb-1 block font-medium">
            Client
          </label>
          <NativeSelect
            id="who-paid"
            name="client"
            placeholder="Choose…"
            defaultValue=""
            options={clients.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
        <Button type="submit">Continue</Button>
      </Form>
    </Card>
  );
}
