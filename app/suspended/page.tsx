import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { MessagePage } from "@/components/layout/message-page";
import { Button, LinkButton } from "@/components/ui/button";
import { mySeats } from "@/lib/doors/page";
import { one } from "@/lib/kernel/listing";
import { signOut } from "../(auth)/actions";

export const metadata: Metadata = { title: "Suspended" };

/** Where every page of a suspended company leads. Whoever comes here without one goes on to his companies. */
export default async function SuspendedPage({ searchParams }: PageProps<"/suspended">) {
  const slug = one((await searchParams).company);
  const seats = await mySeats();
  const company = seats.find((seat) => seat.company.slug === slug)?.company;
  if (company?.access.state !== "suspended") redirect("/companies" as Route);
  return (
    <MessagePage
      title={`${company.name} is suspended`}
      actions={
        <>
          {seats.length > 1 ? (
            <LinkButton href="/companies" variant="primary">
              Your other companies
            </LinkButton>
          ) : null}
          <form action={signOut}>
            <Button type="submit" icon="log-out">
              Sign out
            </Button>
          </form>
        </>
      }
    >
      The people who run EZ360PM have closed this company for now, and they can open it again: ask them. Nothing is
      deleted; everything is kept as it was.
    </MessagePage>
  );
}
