// Everything from nothing to the running page.
import { spawn } from "node:child_process";
import { heading, root, run } from "./tools.mjs";

run(process.execPath, ["pkg/scripts/build.mjs"]);
heading("pages");
const show = process.env.CI || (process.platform === "linux" && !process.env.DISPLAY) ? [] : ["--open"];
const pages = spawn("npx", ["vite", "www", "--host", "127.0.0.1", "--port", process.env.PORT ?? "5173", ...show], { cwd: root, stdio: "inherit" });
pages.on("exit", (code) => process.exit(code ?? 0));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => pages.kill(signal));
