import { writeFileSync } from "node:fs";
import webpack from "webpack";

const compiler = webpack({ mode: "production", target: "web", entry: "./main.js", output: { path: new URL("out", import.meta.url).pathname, publicPath: "auto" }, performance: { hints: false } });
compiler.run((error, stats) => {
  if (error || stats.hasErrors() || stats.hasWarnings()) throw new Error(error?.message ?? stats.toString());
  writeFileSync("out/index.html", '<!doctype html><html lang="en"><link rel="icon" href="data:,"><output id="page"></output><output id="worker"></output><script src="main.js"></script></html>\n');
});
