// Bundles the front end into the files that the Python package carries: node build.js [folder]

import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const OUTPUT = "../plgkit/widgets/static";

const common = { bundle: true, minify: true, lineLimit: 160, target: "es2022", charset: "utf8", logLevel: "warning" };
const here = fileURLToPath(new URL(".", import.meta.url));
const outdir = process.argv[2] ?? fileURLToPath(new URL(OUTPUT, import.meta.url));

const bundle = (format, ...entryPoints) => build({ ...common, format, outdir, entryPoints, absWorkingDir: here });
await bundle("esm", "src/notebook.js"); // what anywidget imports
// What a browser also runs from a file: no modules.
await bundle("iife", "src/page.js", "src/presenting.js", "src/site.js");
