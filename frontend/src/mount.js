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

/** @type {Record<Payload["kind"], Part>} */
const KINDS = { explorer, questions, paper, reveal, answers, takehome, chart };

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
  return KINDS[payload.kind](root, host, payload, lifetime);
}
