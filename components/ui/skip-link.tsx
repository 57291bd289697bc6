/** The first stop of the tab key: past the navigation to what the page is about. */
export function SkipLink({ target = "main" }: { target?: string }) {
  return (
    <a
      href={`#${target}`}
      className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-primary px-4 py-2 font-medium text-on-primary shadow-2 focus:translate-y-0 print:hidden"
    >
      Skip to content
    </a>
  );
}
