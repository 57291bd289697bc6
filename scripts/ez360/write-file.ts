import { createWriteStream, renameSync, rmSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Trouble } from "../local/trouble";

/** The whole file or none: under its own name it stands only when its last piece is written. */
export async function writeFile(path: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<void> {
  const draft = `${path}.${process.pid}.part`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(draft));
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new Trouble(`${path} can't be written: its folder does not exist.`);
    if (code === "EISDIR") throw new Trouble(`${path} is a folder. Name a file.`);
    throw error;
  }
}
