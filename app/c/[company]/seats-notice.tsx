import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import { seatUsage } from "@/lib/companies/seats";
import { enter } from "@/lib/doors/page";
import { planNames } from "@/lib/kernel/plans";

/** More people than seats, as after a change to a smaller plan: said to admins, where the people are. */
export async function SeatsNotice({ params }: { params: Promise<{ company: string }> }) {
  const scope = await enter(params, "billing.read");
  const { members: used, allowed } = await seatUsage(scope);
  if (used <= allowed) return null;
  const { plan, slug } = scope.company;
  return (
    <div className="mb-6">
      <Banner
        kind="warning"
        title={`${used} people have ${allowed} ${allowed === 1 ? "seat" : "seats"}`}
        actions={
          <LinkButton href={`/c/${slug}/plan`} size="sm">
            See the plan
          </LinkButton>
        }
      >
        {`The plan ${planNames[plan]} does not have a seat for everybody. All of them keep working, but nobody else can join.`}
      </Banner>
    </div>
  );
}
