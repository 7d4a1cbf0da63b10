// Where an explorer's outcomes come from: the engine of the page; where there is none, the kernel.

/** @import { Explorer, Reply } from "../payloads.js" */
/** @import { Engine, Host, Values } from "../types.js" */

const NO_ENGINE = "This browser does not run the model, so the picture stays as it is. The notebook computes it.";
const ONLY_KERNEL = "Only the notebook's kernel can compute this model, so the picture stays as it is.";
const BY_KERNEL = "The kernel computes this picture, so each move waits for it.";
const IMPOSSIBLE = "These values cannot be computed";

/**
 * @typedef {object} Wanted
 * @property {Values} values
 * @property {(reply: Reply) => void} heard Gets the outcome, or why there is none.
 */

/**
 * @param {Host} host
 * @param {Explorer} payload
 */
export function outcomes(host, { model }) {
  /** @type {((values: Values) => Reply) | undefined} */
  let engine;
  /** @type {Promise<string> | undefined} */
  let starting;
  /** @type {Wanted | undefined} */
  let next;
  let waiting = false;
  const kernel = host.outcome;
  const nothing = model === undefined ? ONLY_KERNEL : NO_ENGINE;

  async function started() {
    try {
      if (model !== undefined) {
        const found = await host.engine();
        found.cell(model, {}); // a model is read when it first runs: not at the reader's first move
        engine = (values) => attempt(found, model, values);
        return "";
      }
    } catch (error) {
      console.warn(error);
    }
    return kernel ? BY_KERNEL : nothing;
  }
  async function ask() {
    waiting = true;
    while (next) {
      const { values, heard } = next;
      await source.start();
      const reply = engine ? engine(values) : kernel ? await kernel(values) : { refused: nothing };
      if (next?.values !== values) continue;
      next = undefined;
      heard(reply);
    }
    waiting = false;
  }

  const source = {
    /**
     * Starts the engine, once.
     *
     * @returns {Promise<string>} What the reader has to know of it.
     */
    start() {
      starting ??= started();
      return starting;
    },
    /** Whether anything computes here, once `start` has said so. */
    alive: () => Boolean(engine || kernel),
    /**
     * The outcome at some values: at once where the engine runs, and else of what is wanted meanwhile only the last.
     *
     * @param {Values} values
     * @param {Wanted["heard"]} heard
     */
    at(values, heard) {
      if (engine && !waiting) return heard(engine(values));
      next = { values, heard };
      if (!waiting) ask();
    },
  };
  return source;
}

/**
 * @param {Engine} engine
 * @param {string} model
 * @param {Values} values
 * @returns {Reply}
 */
function attempt(engine, model, values) {
  try {
    return { cell: engine.cell(model, values) };
  } catch (error) {
    console.error(error);
    const lines = String(error instanceof Error ? error.message : error)
      .trim()
      .split("\n");
    return { refused: `${IMPOSSIBLE}: ${lines[lines.length - 1]}.` };
  }
}
