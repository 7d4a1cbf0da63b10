// A page without a kernel: its parts come alive when this script runs.

/** @import { Payload, Question } from "./payloads.js" */

import { pageHost, store, vega } from "./hosts/page.js";
import { bytesOf, unpacked } from "./library.js";
import { Lifetime } from "./lifetime.js";
import { mount } from "./mount.js";

/**
 * What is stored in the place of a part; what takes long to read is compressed.
 *
 * @param {Element} place
 * @returns {Promise<Payload>}
 */
async function payloadIn(place) {
  const { type, text } = /** @type {HTMLScriptElement} */ (place.querySelector("script"));
  return type === "application/json" ? JSON.parse(text) : unpacked(bytesOf(text)).json();
}

/**
 * @param {HTMLElement} page
 */
async function mountPage(page) {
  vega(); // it arrives while the parts are laid out
  const lifetime = new Lifetime(); // the page's own
  const journal = store(String(page.dataset.answers));
  const places = /** @type {HTMLElement[]} */ ([...page.querySelectorAll(".plg-part")]);
  const payloads = await Promise.all(places.map(payloadIn));
  /** @type {Map<string, Question>} */
  const questions = new Map();
  /** @type {Map<string, string>} */
  const variants = new Map();
  for (const payload of payloads) {
    if ("questions" in payload) for (const question of payload.questions) questions.set(question.name, question);
    if ("stamp" in payload) variants.set(payload.lesson, payload.stamp.variant);
  }
  places.forEach((place, i) => {
    const payload = payloads[i];
    const variant = "lesson" in payload ? variants.get(payload.lesson) : undefined;
    mount(place, pageHost(payload, journal, { questions, variant }), payload, lifetime);
  });
  // Only now is the page as tall as it was when it was left, or as the one who linked into it saw it.
  addEventListener("scrollend", () => history.replaceState({ top: scrollY }, ""));
  const anchor = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (history.state) scrollTo({ top: history.state.top, behavior: "instant" });
  else anchor?.scrollIntoView({ behavior: "instant" });
}

mountPage(document.body);
