import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { iconSheet } from "./local/icon-sheet";
import { root } from "./local/paths";

writeFileSync(join(root, "components/ui/icons.css"), iconSheet());
