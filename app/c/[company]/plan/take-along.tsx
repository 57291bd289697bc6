import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { enter } from "@/lib/doors/page";

/** The company's own data, on every plan and under every lock. */
export async function TakeAlong({ params }: { params: Promise<{ company: string }> }) {
  const { company } = await enter(params, "data.export");
  return (
    <Card
      title="Your books are yours"
      className="max-w-3xl"
      actions={
        <LinkButton href={`/c/${company.slug}/plan/journal`} icon="download" download>
          Journal as CSV
        </LinkButton>
      }
    >
      <p className="text-pretty text-text-muted">
        Every entry since the first one, with its accounts, clients and projects, on every plan and also while the
        company is locked.
      </p>
    </Card>
  );
}
