import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./local/paths";
import { readRouteFiles, routeTable } from "./local/route-table";

writeFileSync(join(root, "lib/access/route-table.ts"), routeTable(readRouteFiles(root)));
