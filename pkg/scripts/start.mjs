// Everything from nothing to the running page.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { heading, root, run } from "./tools.mjs";

run(process.execPath, ["pkg/scripts/build.mjs"]);
heading("pages");
const show = process.env.CI || (process.platform === "linux" && !process.env.DISPLAY) ? [] : ["--open"];
// Not by npx, which a signal would end and leave the server behind.
const pages = spawn(process.execPath, [join(root, "node_modules", "vite", "bin", "vite.js"), "www", "--host", "127.0.0.1", "--port", process.env.PORT ?? "5173", ...show], { cwd: root, stdio: "inherit" });
pages.on("exit", (code) => process.exit(code ?? 0));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => pages.kill(signal));
