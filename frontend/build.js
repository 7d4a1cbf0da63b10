// Bundles the front end into the files that the Python package carries, and puts the interpreter beside them, its
// loader minified: node build.js [folder]

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const OUTPUT = "../plgkit/widgets/static";
const INTERPRETER = "@micropython/micropython-webassembly-pyscript";

const common = { bundle: true, minify: true, lineLimit: 160, target: "es2022", charset: "utf8", logLevel: "warning" };
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const outdir = process.argv[2] ?? path(OUTPUT);

const bundle = (format, ...entryPoints) => build({ ...common, format, outdir, entryPoints, absWorkingDir: path(".") });
await bundle("esm", "src/notebook.js"); // what anywidget imports
// What a browser also runs from a file: no modules.
await bundle("iife", "src/page.js", "src/presenting.js", "src/site.js");

const { name, version, license } = JSON.parse(readFileSync(path(`node_modules/${INTERPRETER}/package.json`), "utf8"));
const sha256 = {};
mkdirSync(`${outdir}/micropython`, { recursive: true });
for (const file of ["micropython.mjs", "micropython.wasm"]) {
  const bytes = readFileSync(path(`node_modules/${INTERPRETER}/${file}`));
  const carried = file.endsWith(".mjs") ? (await transform(bytes, { minify: true, format: "esm" })).code : bytes;
  sha256[file] = createHash("sha256").update(carried).digest("hex");
  writeFileSync(`${outdir}/micropython/${file}`, carried);
}
const origin = { name, version, license, sha256 };
writeFileSync(`${outdir}/micropython/origin.json`, `${JSON.stringify(origin, undefined, 2)}\n`);
