// A part in its place, the same in a notebook and on a page.

/** @import { Payload } from "./payloads.js" */
/** @import { Host, Part } from "./types.js" */
/** @import { Lifetime } from "./lifetime.js" */

import { element } from "./dom.js";
import { guard } from "./keys.js";
import { answers } from "./parts/answers.js";
import { chart } from "./parts/chart.js";
import { explorer } from "./parts/explorer.js";
import { paper } from "./parts/paper.js";
import { questions } from "./parts/questions.js";
import { reveal } from "./parts/reveal.js";
import { takehome } from "./parts/takehome.js";

const FAILED = "This part of the page could not be drawn. Load the page again; the other parts work.";

/** @type {Record<Payload["kind"], Part>} */
const KINDS = { explorer, questions, paper, reveal, answers, takehome, chart };

/**
 * Says in its place that a part could not be drawn; the other parts live.
 *
 * @param {HTMLElement} place
 * @param {unknown} error
 */
export function fail(place, error) {
  const reason = error instanceof Error ? error.message : String(error);
  place.append(element("p", { class: "plg plg-note", role: "alert" }, `${FAILED} (${reason})`));
}

/**
 * @param {HTMLElement} place
 * @param {Host} host
 * @param {Payload} payload
 * @param {Lifetime} lifetime
 */
export function mount(place, host, payload, lifetime) {
  const root = element("div", { class: `plg plg-${payload.kind}`, role: "group", "aria-label": payload.title });
  guard(root, lifetime);
  place.append(root);
  const failed = (/** @type {unknown} */ error) => {
    console.error(error);
    root.replaceChildren();
    fail(root, error);
  };
  try {
    Promise.resolve(KINDS[payload.kind](root, host, payload, lifetime)).catch(failed);
  } catch (error) {
    failed(error);
  }
}
