import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");

/** Where colours are made; everywhere else they are used by the names of their roles. */
const makers = ["app/globals.css", "app/icon.svg"];

const hardColours: RegExp[] = [
  /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![\w-])(?=["'\s;,)\]}])/gi,
  /\b(?:rgba?|hsla?|oklch|oklab|hwb|color-mix)\(/gi,
  /\b(?:bg|text|border|fill|stroke|ring|outline|shadow|from|via|to|divide|decoration|accent|caret|placeholder)-(?:slate|gray|zinc|neutral|stone|red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose)-\d{2,3}\b/g,
  /\b(?:bg|text|border|fill|stroke|ring|outline)-(?:black|white)\b/g,
];

/** The content policy drops `style=` from the server's HTML: it would look right in development and nowhere else. */
const inlineStyle = /\sstyle=[{"']/g;

describe("the product's drawing", () => {
  it("names colours by their role, never by their value", () => {
    expect(find(hardColours)).toEqual([]);
  });

  it("has no inline styles", () => {
    expect(find([inlineStyle])).toEqual([]);
  });

  it("is checked by patterns that see a planted violation", () => {
    const planted = ['fill="#1f5fbf"', '"#fff"', "rgb(0 0 0)", "bg-gray-500", "text-white", "hover:border-blue-300"];
    for (const line of planted) expect(hits(line, hardColours), line).not.toEqual([]);
    expect(hits("<p style={{ color }}>", [inlineStyle])).not.toEqual([]);
    expect(hits('<a href="#main"> text-text bg-neutral-bg', hardColours)).toEqual([]);
  });
});

function find(patterns: RegExp[]): string[] {
  return drawings().flatMap((file) =>
    hits(readFileSync(join(root, file), "utf8"), patterns).map((hit) => `${file}: ${hit}`),
  );
}

function hits(text: string, patterns: RegExp[]): string[] {
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[0].trim()));
}

function drawings(): string[] {
  return ["app", "components"]
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(tsx?|css|svg)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((file) => !makers.includes(file));
}
