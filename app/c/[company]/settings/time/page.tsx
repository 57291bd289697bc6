import type { Metadata } from "next";
import { SavedNote } from "@/components/form/saved-note";
import { PageHeader } from "@/components/layout/page-header";
import { getTimeSettings } from "@/lib/companies/time-settings";
import { enter } from "@/lib/doors/page";
import { TimeSettingsForm } from "./time-settings-form";

export const metadata: Metadata = { title: "Time rules" };

export default async function TimeSettingsPage({ params, searchParams }: PageProps<"/c/[company]/settings/time">) {
  const scope = await enter(params, "company.write", "company.read");
  const settings = await getTimeSettings(scope);
  const { saved } = await searchParams;
  return (
    <>
      <PageHeader
        title="Time rules"
        description="How time is rounded and approved from now on. Time that was entered already stays as it is."
      />
      <div className="space-y-5">
        {saved ? <SavedNote key={String(saved)} /> : null}
        <TimeSettingsForm key={settings.revision} companyId={scope.company.id} settings={settings} />
      </div>
    </>
  );
}
