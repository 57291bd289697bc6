import { controlClass } from "@/components/form/control-class";
import { FieldError } from "@/components/form/field";
import { NativeSelect, type Option } from "@/components/form/select-field";
import { PageHeader } from "@/components/layout/page-header";
import { PrintButton } from "@/components/reports/print-button";
import { Button, LinkButton } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { TextLink } from "@/components/ui/text-link";

type DayInput = { name: string; label: string; value: string };

type ReportHeadProps = {
  title: string;
  /** For the paper, where no shell says whose report it is. */
  company: string;
  /** Such as "As of Oct 31, 2026". */
  days: string;
  /** The report's address, without a query, and its file's with it. */
  action: string;
  csvHref: string;
  inputs: DayInput[];
  presets: { label: string; query: string }[];
  /** By input, what is wrong with the day in the address. */
  troubles: Record<string, string>;
  select?: { name: string; label: string; value: string; options: Option[] };
};

/** What every report has above its figures: the days, the customary ranges, and the way out as a file or on paper. */
export function ReportHead(props: ReportHeadProps) {
  const { title, company, days, action, csvHref, inputs, presets, troubles, select } = props;
  return (
    <>
      <p className="mb-1 hidden font-semibold print:block">{company}</p>
      <PageHeader
        title={title}
        breadcrumbs={[{ label: "Reports", href: action.replace(/\/[^/]+$/, "") }]}
        description={days}
        actions={
          <>
            <PrintButton />
            <LinkButton href={csvHref} icon="download" download>
              CSV
            </LinkButton>
          </>
        }
      />
      <div className="mb-6 space-y-3 print:hidden">
        <form action={action} aria-label="Days of the report" className="flex flex-wrap items-end gap-2">
          {select ? (
            <label htmlFor="report-choice" className="block w-full sm:w-72">
              <Label text={select.label} />
              <NativeSelect
                key={select.value}
                id="report-choice"
                name={select.name}
                defaultValue={select.value}
                options={select.options}
              />
            </label>
          ) : null}
          {inputs.map((input) => (
            <DayBox key={`${input.name}${input.value}`} input={input} trouble={troubles[input.name]} />
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

/** The day that is shown; what the address had instead stands above it, if that was no day. */
function DayBox({ input, trouble }: { input: DayInput; trouble: string | undefined }) {
  const errorId = `${input.name}-trouble`;
  return (
    <div className={trouble ? "w-full sm:w-72" : "max-sm:flex-1 sm:w-40"}>
      <label htmlFor={input.name}>
        <Label text={input.label} />
      </label>
      {trouble ? <FieldError id={errorId}>{trouble}</FieldError> : null}
      <input
        id={input.name}
        type="date"
        name={input.name}
        defaultValue={input.value}
        aria-invalid={trouble ? true : undefined}
        aria-describedby={trouble ? errorId : undefined}
        className={cx(controlClass, "tabular-nums")}
      />
    </div>
  );
}

function Label({ text }: { text: string }) {
  return <span className="mb-1 block text-xs font-medium text-text-muted">{text}</span>;
}

/** A query string of what is set. */
export function queryOf(values: Record<string, string | null | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value);
  return query.toString();
}
