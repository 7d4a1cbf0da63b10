// A notebook: outcomes come from the kernel, and answers are kept there.

/** @import { Reply, Request } from "../payloads.js" */
/** @import { Host } from "../types.js" */
/** @import { Lifetime } from "../lifetime.js" */

import { engineOf } from "../engine.js";
import { libraryIn } from "../library.js";
import { fresh, shared } from "../shared.js";

const WAIT = 15_000; // milliseconds
const AGAIN = 200;
const SILENT = "The kernel does not answer. Run all cells again to wake it.";

/**
 * anywidget's model, as far as it is used here.
 *
 * @typedef {object} Model
 * @property {(name: string) => any} get
 * @property {(message: object) => void} send
 * @property {(event: string, heard: (message: any) => void) => void} on
 * @property {(event: string, heard: (message: any) => void) => void} off
 * @property {{ get_model: (id: string) => Promise<Model> }} widget_manager
 */

/**
 * @param {Model} model
 * @param {any} payload
 * @param {Lifetime} lifetime
 * @returns {Host}
 */
export function notebookHost(model, payload, lifetime) {
  const ask = requests(model, lifetime);
  return {
    skippable: false,
    vega() {
      shared.vega ??= modelOf(model.widget_manager, model.get("library"))
        .then((library) => libraryIn(library.get("gzip")))
        .catch((error) => {
          shared.vega = undefined; // the next picture tries anew
          throw error;
        });
      return shared.vega;
    },
    async engine() {
      const interpreter = await modelOf(model.widget_manager, model.get("interpreter"));
      return engineOf(interpreter.get("digest"), async () => interpreter.get("gzip"));
    },
    store: model.get("stored") ? (picture) => model.send({ want: "store", picture, id: fresh("ask") }) : undefined,
    outcome: (state) => ask({ want: "outcome", state }),
    keep: (question, value) => ask({ want: "keep", question: question.name, value }),
    takeHome: (notes) => ask({ want: "take home", notes }),
    kept: (question) => payload.answers?.[question],
    rows: () => payload.rows,
    unreadable: () => payload.unreadable,
    journal: () => ask({ want: "journal" }),
  };
}

/**
 * A widget's model. A page that was loaded again has first to ask its kernel for those of earlier runs.
 *
 * @param {Model["widget_manager"]} manager
 * @param {string} id
 */
async function modelOf(manager, id) {
  for (let waited = 0; ; waited += AGAIN) {
    try {
      return await manager.get_model(id);
    } catch (error) {
      if (waited >= WAIT) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
  }
}

/**
 * Asks the kernel, and gives all of its replies to a request as one.
 *
 * @param {Model} model
 * @param {Lifetime} lifetime
 */
function requests(model, lifetime) {
  /** @type {Map<string, (reply: Reply) => void>} */
  const waiting = new Map();
  const arrived = (/** @type {Reply & { id: string }} */ reply) => {
    waiting.get(reply.id)?.(reply);
    if (reply.done) waiting.delete(reply.id);
  };
  model.on("msg:custom", arrived);
  lifetime.begin("listeners", () => model.off("msg:custom", arrived));
  /**
   * @param {Request} request
   * @param {(reply: Reply) => void} [heard] Gets each reply as it arrives.
   * @returns {Promise<Reply>}
   */
  return (request, heard) =>
    new Promise((resolve) => {
      const id = fresh("ask");
      const silent = () => resolve({ refused: SILENT });
      const answered = lifetime.later(WAIT, silent);
      const whole = {};
      waiting.set(id, (reply) => {
        answered();
        heard?.(reply);
        Object.assign(whole, reply);
        if (reply.done) resolve(whole);
      });
      try {
        model.send({ ...request, id });
      } catch {
        silent();
      }
    });
}
