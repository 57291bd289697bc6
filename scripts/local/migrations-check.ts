import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { RunCommand } from "./check-steps";
import { packageFile, root } from "./paths";

/**
 * Whether db/migrations says all that db/schema says: generates once more into a copy. Goes by drizzle-kit's words, since its exit
 * code is 0 after some of its errors too.
 */
export async function nothingToGenerate(run: RunCommand): Promise<boolean> {
  const scratch = mkdtempSync(join(tmpdir(), "migrations-"));
  try {
    const copy = join(scratch, "migrations");
    cpSync(join(root, "db/migrations"), copy, { recursive: true });
    const config = join(scratch, "drizzle.config.ts");
    const original = JSON.stringify(join(root, "drizzle.config.ts"));
    const out = JSON.stringify(relative(root, copy));
    writeFileSync(config, `import config from ${original};\nexport default { ...config, out: ${out} };\n`);
    const { output } = await run([packageFile("drizzle-kit", "bin.cjs"), "generate", `--config=${config}`]);
    return output.includes("No schema changes");
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
