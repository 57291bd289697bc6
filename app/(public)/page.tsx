import { redirect } from "next/navigation";
import { BrandMark } from "@/components/layout/brand-mark";
import { LinkButton } from "@/components/ui/button";
import { currentUser } from "@/lib/doors/session";

const promises = [
  [
    "Time to money",
    "Run the timer, approve the week, and the invoice is there. Nothing is typed twice, nothing billed twice.",
  ],
  [
    "Books that cannot be wrong",
    "The database refuses an entry that does not balance, a change to history and a posting into a closed month.",
  ],
  ["And you can see why", "Every figure opens the lines that sum to it, down to the invoice and the hour behind it."],
] as const;

export default async function HomePage() {
  if (await currentUser()) redirect("/companies");
  return (
    <div className="mx-auto flex min-h-dvh max-w-5xl flex-col px-4 sm:px-6">
      <header className="flex items-center justify-between py-5">
        <span className="flex items-center gap-2.5 text-lg font-semibold tracking-tight">
          <BrandMark />
          EZ360PM
        </span>
        <LinkButton href="/sign-in">Sign in</LinkButton>
      </header>
      <main className="my-auto py-16">
        <h1 className="max-w-2xl text-3xl font-semibold tracking-tight text-balance sm:text-4xl">
          The work, the invoices and the books, in one place.
        </h1>
        <p className="mt-4 max-w-xl text-lg text-pretty text-text-muted">
          For designers, surveyors, contractors and consultants: from the running timer to the closed month.
        </p>
        <div className="mt-8 flex flex-wrap gap-3">
          <LinkButton href="/sign-up" variant="primary" size="lg">
            Create a company
          </LinkButton>
          <LinkButton href="/sign-in" size="lg">
            Sign in
          </LinkButton>
        </div>
        <dl className="mt-16 grid gap-8 sm:grid-cols-3">
          {promises.map(([title, words]) => (
            <div key={title}>
              <dt className="font-semibold">{title}</dt>
              <dd className="mt-1.5 text-pretty text-text-muted">{words}</dd>
            </div>
          ))}
        </dl>
      </main>
    </div>
  );
}
