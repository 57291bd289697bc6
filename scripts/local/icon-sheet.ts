import * as lucide from "lucide-react";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { icons } from "../../components/ui/icon-names";

/** A class for each icon: its drawing as a mask, through which the element's text colour is seen. */
export function iconSheet(): string {
  const rules = Object.entries(icons).map(([name, drawing]) => {
    // biome-ignore lint/performance/noDynamicNamespaceImportAccess: all of them are wanted, and only a script asks
    const markup = renderToStaticMarkup(createElement(lucide[drawing]));
    const shapes = markup.slice(markup.indexOf(">") + 1, markup.lastIndexOf("</svg>"));
    return `  .i-${name} {\n    mask-image: url("data:image/svg+xml,${encoded(PEN + shapes)}%3C/svg%3E");\n  }`;
  });
  return `/* Made by \`npm run icons\` from icon-names.ts. */\n@layer components {\n${rules.join("\n")}\n}\n`;
}

const PEN =
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='#000' stroke-width='1.75' stroke-linecap='round' stroke-linejoin='round'>";

function encoded(markup: string): string {
  return markup
    .replaceAll('"', "'")
    .replace(/><\/(path|circle|rect|line|polyline|ellipse|polygon)>/g, "/>")
    .replace(/[%#<>]/g, (sign) => encodeURIComponent(sign));
}
