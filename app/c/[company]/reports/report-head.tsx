import { controlClass } from "@/components/form/control-class";
import { NativeSelect, type Option } from "@/components/form/select-field";
import { PageHeader } from "@/components/layout/page-header";
import { Banner } from "@/components/ui/banner";
import { Button, LinkButton } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { TextLink } from "@/components/ui/text-link";

export type DayInput = { name: string; label: string; value: string };

type ReportHeadProps = {
  title: string;
  /** Such as "As of Oct 31, 2026". */
  days: string;
  /** The report's address, without a query, and its file's with it. */
  action: string;
  csvHref: string;
  inputs: DayInput[];
  presets: { label: string; query: string }[];
  troubles: Record<string, string>;
  select?: { name: string; label: string; value: string; options: Option[] };
};

/** What every report has above its figures: the days, the customary ranges, and the way out as a file or on paper. */
export function ReportHead(props: ReportHeadProps) {
  const { title, days, action, csvHref, inputs, presets, troubles, select } = props;
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={[{ label: "Reports", href: action.replace(/\/[^/]+$/, "") }]}
        description={days}
        actions={
          <LinkButton href={csvHref} icon="download" download>
            CSV
          </LinkButton>
        }
      />
      <div className="mb-6 space-y-3 print:hidden">
        {Object.values(troubles).map((sentence) => (
          <Banner key={sentence} kind="warning">
            {sentence}
          </Banner>
        ))}
        <form action={action} aria-label="Days of the report" className="flex flex-wrap items-end gap-2">
          {select ? (
            <label htmlFor="report-choice" className="block w-full sm:w-72">
              <span className="mb-1 block text-xs font-medium text-text-muted">{select.label}</span>
              <NativeSelect
                id="report-choice"
                name={select.name}
                defaultValue={select.value}
                options={select.options}
              />
            </label>
          ) : null}
          {inputs.map((input) => (
            <label key={`${input.name}${input.value}`} className="block max-sm:flex-1 sm:w-40">
              <span className="mb-1 block text-xs font-medium text-text-muted">{input.label}</span>
              <input
                type="date"
                name={input.name}
                defaultValue={input.value}
                className={cx(controlClass, "tabular-nums")}
              />
            </label>
          ))}
          <Button type="submit" size="lg">
            Show
          </Button>
        </form>
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {presets.map((preset) => (
            <li key={preset.label}>
              <TextLink
                href={`${action}?${preset.query}`}
                className="inline-flex min-h-6 items-center pointer-coarse:min-h-11"
              >
                {preset.label}
              </TextLink>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

/** A query string of what is set. */
export function queryOf(values: Record<string, string | null | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value);
  return query.toString();
}
