import { startCommand } from "./local/start-command";
import { runMain } from "./local/trouble";

await runMain(() => startCommand({ name: "dev", profile: "development", host: "localhost", usualPort: 3000 }));
