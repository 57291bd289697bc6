import { controlClass } from "@/components/form/control-class";
import { FieldError } from "@/components/form/field";
import { HiddenField } from "@/components/form/form-parts";
import { NativeSelect, type Option } from "@/components/form/select-field";
import { PageHeader } from "@/components/layout/page-header";
import { Button, LinkButton } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { PrintButton } from "@/components/ui/print-button";
import { TextLink } from "@/components/ui/text-link";

export type DayInput = { name: string; label: string; value: string };
export type SelectInput = { name: string; label: string; value: string; options: Option[] };

export type ReportHeadProps = {
  title: string;
  /** For the paper, where no shell says whose report it is. */
  company: string;
  /** Such as "As of Oct 31, 2026", with the basis and what is filtered. */
  days: string;
  /** Who made it and when, for the paper. */
  made: string;
  /** The report's address, without a query, and its file's with it. */
  action: string;
  csvHref: string;
  inputs: DayInput[];
  selects?: SelectInput[];
  /** What the form hands on unseen. */
  hidden?: Record<string, string>;
  presets: { label: string; query: string }[];
  /** By input, what is wrong with what the address asks for. */
  troubles: Record<string, string>;
};

/** What every report has above its figures: what it is asked for, the customary ranges, the way out as a file or on paper. */
export function ReportHead(props: ReportHeadProps) {
  const { title, company, days, made, action, csvHref, presets } = props;
  return (
    <>
      <p className="mb-1 hidden font-semibold print:block">{company}</p>
      <PageHeader
        title={title}
        breadcrumbs={[{ label: "Reports", href: action.replace(/\/[^/]+$/, "") }]}
        description={
          <>
            {days}
            <span className="hidden print:block">{made}</span>
          </>
        }
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
        <AskForm {...props} />
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

function AskForm({ action, inputs, selects = [], hidden = {}, troubles }: ReportHeadProps) {
  return (
    <form action={action} aria-label="What the report shows" className="flex flex-wrap items-end gap-2">
      {Object.entries(hidden).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      {selects.map((select) => (
        <label key={select.name} htmlFor={`report-${select.name}`} className="block w-full sm:w-48">
          <Label text={select.label} />
          <NativeSelect
            key={select.value}
            id={`report-${select.name}`}
            name={select.name}
            defaultValue={select.value}
            options={select.options}
          />
        </label>
      ))}
      <div className="flex flex-wrap items-end gap-2 max-sm:w-full">
        {inputs.map((input) => (
          <DayBox key={`${input.name}${input.value}`} input={input} trouble={troubles[input.name]} />
        ))}
      </div>
      {troubles.compare ? <FieldError id="compare-trouble">{troubles.compare}</FieldError> : null}
      <Button type="submit" size="lg">
        Show
      </Button>
    </form>
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
