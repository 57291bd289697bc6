import { Day } from "@/components/display/day";
import { Minutes } from "@/components/display/minutes";
import { Money } from "@/components/display/money";
import { Percent, Quantity } from "@/components/display/quantity";
import { Status } from "@/components/display/status";
import type { StatusKind } from "@/components/display/status-words";
import { Badge } from "@/components/ui/badge";
import { Banner, type BannerKind } from "@/components/ui/banner";
import { BarMeter } from "@/components/ui/bar-meter";
import { Button, LinkButton } from "@/components/ui/button";
import type { ButtonSize, ButtonVariant } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { Menu } from "@/components/ui/menu";
import { QrCode } from "@/components/ui/qr-code";
import { SectionHeading } from "@/components/ui/section-heading";
import { Skeleton } from "@/components/ui/skeleton";
import { Stat, StatRow } from "@/components/ui/stat";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";

const variants: ButtonVariant[] = ["primary", "secondary", "ghost", "danger"];
const sizes: ButtonSize[] = ["sm", "md", "lg"];
const tones: Tone[] = ["neutral", "info", "violet", "teal", "success", "warning", "danger"];
const banners: BannerKind[] = ["info", "success", "warning", "danger", "lock"];
const statuses: [StatusKind, string][] = [
  ...["draft", "issued", "partly_paid", "paid", "overdue", "void"].map((one): [StatusKind, string] => ["invoice", one]),
  ...["submitted", "approved", "billed"].map((one): [StatusKind, string] => ["time", one]),
  ...["open", "closed", "reopened"].map((one): [StatusKind, string] => ["period", one]),
  ["payment", "received"],
  ["client", "archived"],
  ["account", "inactive"],
];

export function PartsView() {
  return (
    <div className="space-y-8">
      <StatRow>
        <Stat label="Outstanding" value={<Money cents={4_812_550} currency />} hint="18 invoices" href="/dev/ui" />
        <Stat
          label="Overdue"
          value={<Money cents={1_240_000} currency />}
          hint="4 invoices, oldest 31 days"
          tone="danger"
          href="/dev/ui"
        />
        <Stat label="Unbilled time" value={<Minutes value={5_430} />} hint="$13,575.00 at today’s rates" />
        <Stat
          label="Paid this month"
          value={<Money cents={2_209_900} currency />}
          hint="12% more than October"
          tone="success"
        />
      </StatRow>
      <Card title="Who owes what" description="Open balances by age, in US dollars">
        <BarMeter
          label="Open balances by age"
          parts={[
            { label: "Not due", value: 52_000, text: "$27,100.50", colour: 1 },
            { label: "1–30 days", value: 21_000, text: "$12,400.00", colour: 3 },
            { label: "31–60 days", value: 9_000, text: "$6,025.00", colour: 6 },
            { label: "Older", value: 4_000, text: "$2,600.00", colour: 4 },
          ]}
        />
      </Card>
      <Buttons />
      <Badges />
      <div className="space-y-3">
        <SectionHeading title="Banners" description="What must be known before going on." />
        {banners.map((kind) => (
          <Banner key={kind} kind={kind} title={`A ${kind} banner`} actions={<Button size="sm">Do something</Button>}>
            October 2026 is closed. Choose a date in an open period, or <TextLink href="/dev/ui">ask an owner</TextLink>
            .
          </Banner>
        ))}
      </div>
      <Values />
    </div>
  );
}

function Buttons() {
  return (
    <div className="space-y-3">
      <SectionHeading title="Buttons" actions={<Menu label="Actions" trigger="Actions" entries={entries} />} />
      {sizes.map((size) => (
        <div key={size} className="flex flex-wrap items-center gap-2">
          {variants.map((variant) => (
            <Button key={variant} variant={variant} size={size} icon={size === "md" ? "plus" : undefined}>
              {variant} {size}
            </Button>
          ))}
          <Button size={size} disabled>
            disabled
          </Button>
          <LinkButton href="/dev/ui" size={size} icon="download" download>
            Download
          </LinkButton>
          <IconButton icon="pencil" label={`Edit ${size}`} />
        </div>
      ))}
      <p>
        Save with <Kbd>Ctrl</Kbd> <Kbd>S</Kbd>
      </p>
    </div>
  );
}

const entries = [
  { kind: "link" as const, label: "Print", href: "/dev/ui", icon: "printer" as const },
  { kind: "link" as const, label: "Copy link", href: "/dev/ui", icon: "link" as const },
];

function Badges() {
  return (
    <div className="space-y-3">
      <SectionHeading title="Badges" />
      <div className="flex flex-wrap gap-2">
        {tones.map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        {statuses.map(([of, status]) => (
          <Status key={`${of} ${status}`} of={of} status={status} />
        ))}
      </div>
    </div>
  );
}

function Values() {
  return (
    <Card title="Values">
      <DescriptionList
        items={[
          { term: "Money", value: <Money cents={123_456} /> },
          { term: "Negative", value: <Money cents={-40_277} /> },
          { term: "Accounting", value: <Money cents={-40_277} accounting /> },
          { term: "Zero on a report", value: <Money cents={0} zero="–" /> },
          { term: "Day", value: <Day value="2026-11-23" /> },
          { term: "Minutes", value: <Minutes value={95} /> },
          { term: "Quantity", value: <Quantity value={15_000} /> },
          { term: "Percent", value: <Percent ppm={62_500} /> },
          {
            term: "To scan",
            value: <QrCode text="EZ360PM" label="QR code of the product's name" className="size-24" />,
          },
          { term: "Under way", value: <Skeleton className="h-4 w-32" /> },
        ]}
      />
    </Card>
  );
}
