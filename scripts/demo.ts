import { startCommand } from "./local/start-command";
import { runMain } from "./local/trouble";

await runMain(() => startCommand({ name: "demo", profile: "demo", host: "127.0.0.1", usualPort: 3360 }));
