// The models in the page: the same files of Python that the kernel runs, in an interpreter that the page carries.

/** @import { Cell } from "./payloads.js" */
/** @import { Engine, Values } from "./types.js" */

import { unpacked } from "./library.js";
import { shared } from "./shared.js";

const HEAP = 4 * 1024 * 1024; // bytes, several times what the largest model needs
const NEWLINE = 10;

// A function that the page calls; the rest is `plgkit/models/cell.py`.
const BRIDGE = `
import json
from plgkit.models import cell

def answer(model, changes):
    return json.dumps(cell.at(json.loads(model), json.loads(changes)))
`;

/**
 * The engine of some models; it is started once on a page.
 *
 * @param {string} digest Tells these models from others: a notebook may go on with another version of them.
 * @param {() => Promise<BlobPart>} load What `plgkit/widgets/interpreter.py` packs.
 * @returns {Promise<Engine>}
 */
export function engineOf(digest, load) {
  shared.engines ??= new Map();
  let engine = shared.engines.get(digest);
  if (!engine) {
    engine = start(load).catch((error) => {
      shared.engines?.delete(digest); // the next explorer tries anew
      throw error;
    });
    shared.engines.set(digest, engine);
  }
  return engine;
}

/**
 * @param {() => Promise<BlobPart>} load
 * @returns {Promise<Engine>}
 */
async function start(load) {
  if (typeof WebAssembly === "undefined") throw new Error("this browser runs no WebAssembly");
  const bytes = new Uint8Array(await unpacked(await load()).arrayBuffer());
  const end = bytes.indexOf(NEWLINE);
  const { loader, models } = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  const script = URL.createObjectURL(new Blob([loader], { type: "text/javascript" }));
  const binary = URL.createObjectURL(new Blob([bytes.subarray(end + 1)], { type: "application/wasm" }));
  try {
    const { loadMicroPython } = await import(script);
    const python = await loadMicroPython({ heapsize: HEAP, url: binary });
    for (const folder of ["/lib", "/lib/plgkit", "/lib/plgkit/models"]) python.FS.mkdir(folder);
    python.FS.writeFile("/lib/plgkit/__init__.py", "");
    for (const [name, text] of Object.entries(models)) python.FS.writeFile(`/lib/plgkit/models/${name}`, text);
    python.runPython(BRIDGE);
    /** @type {(model: string, changes: string) => string} */
    const answer = python.globals.get("answer");
    return {
      cell: (/** @type {string} */ model, /** @type {Values} */ values) =>
        /** @type {Cell} */ (JSON.parse(answer(model, JSON.stringify(values)))),
    };
  } finally {
    URL.revokeObjectURL(script);
    URL.revokeObjectURL(binary);
  }
}
