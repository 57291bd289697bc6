import * as lucide from "lucide-react";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { icons } from "../../components/ui/icon-names";

/** All icons as symbols of one picture. Colour and stroke are the drawing element's: `.icon` in globals.css. */
export function iconSheet(): string {
  const symbols = Object.entries(icons).map(([name, drawing]) => {
    // biome-ignore lint/performance/noDynamicNamespaceImportAccess: all of them are wanted, and only a script asks
    const markup = renderToStaticMarkup(createElement(lucide[drawing]));
    const shapes = markup.slice(markup.indexOf(">") + 1, markup.lastIndexOf("</svg>"));
    return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24">\n${symbols.join("\n")}\n</svg>\n`;
}
