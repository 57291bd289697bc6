/**
 * A name that people typed, set apart from what stands beside it in the same string: a name written from right to left
 * would else carry the figures after it along and swap them. In JSX `<bdi>` does the same. Only for what is drawn:
 * never in the database, a file or a form's value.
 */
export function isolate(name: string): string {
  return `\u2068${name}\u2069`;
}
