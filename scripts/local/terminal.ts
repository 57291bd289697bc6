// A closed pipe (`npm run demo | head`) must not bring the services down.
process.stdout.on("error", () => undefined);
process.stderr.on("error", () => undefined);

export function say(line = ""): void {
  process.stdout.write(`${line}\n`);
}

export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}
