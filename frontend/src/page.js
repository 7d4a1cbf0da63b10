// A page without a kernel: its parts come alive when this script runs.

/** @import { Sheet } from "./hosts/page.js" */
/** @import { Payload } from "./payloads.js" */

import { fragment } from "./address.js";
import { pageHost, vega } from "./hosts/page.js";
import { bytesOf, unpacked } from "./library.js";
import { Lifetime } from "./lifetime.js";
import { fail, mount } from "./mount.js";
import { store } from "./store.js";

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
 * What is asked on the page, by lesson, with the journal that its answers go to.
 *
 * @param {Payload[]} payloads
 */
function sheetsOf(payloads) {
  /** @type {Map<string, Sheet>} */
  const sheets = new Map();
  for (const payload of payloads) {
    if ("stamp" in payload && !sheets.has(payload.lesson)) {
      const { stamp } = payload;
      sheets.set(payload.lesson, { stamp, questions: new Map(), editions: new Map(), journal: store(stamp) });
    }
  }
  for (const payload of payloads) {
    const sheet = "lesson" in payload ? sheets.get(payload.lesson) : undefined;
    if (!sheet) continue;
    const asked = "questions" in payload ? payload.questions : "question" in payload ? [payload.question] : [];
    for (const question of asked) {
      if (sheet.questions.has(question.name)) continue;
      sheet.questions.set(question.name, question);
      sheet.editions.set(question.name, question.edition);
    }
    if ("end" in payload) sheet.editions.set(payload.end, payload.endEdition);
  }
  return sheets;
}

/**
 * @param {HTMLElement} page
 */
async function mountPage(page) {
  vega(); // it arrives while the parts are laid out
  const lifetime = new Lifetime(); // the page's own
  const places = /** @type {HTMLElement[]} */ ([...page.querySelectorAll(".plg-part")]);
  const payloads = await Promise.allSettled(places.map(payloadIn));
  const sheets = sheetsOf(payloads.flatMap((result) => (result.status === "fulfilled" ? [result.value] : [])));
  const first = payloads.findIndex((result) => result.status === "fulfilled" && result.value.kind === "explorer");
  places.forEach((place, i) => {
    const result = payloads[i];
    if (result.status === "fulfilled") {
      const payload = result.value;
      const sheet = "lesson" in payload ? sheets.get(payload.lesson) : undefined;
      mount(place, pageHost(payload, sheet, i === first), payload, lifetime);
    } else fail(place, result.reason);
  });
  // Only now is the page as tall as it was when it was left, or as the one who linked into it saw it.
  addEventListener("scrollend", () => history.replaceState({ top: scrollY }, ""));
  const anchor = document.getElementById(fragment(location.hash));
  if (history.state) scrollTo({ top: history.state.top, behavior: "instant" });
  else anchor?.scrollIntoView({ behavior: "instant" });
  // A smooth scroll of the browser's own, still under way, would be added to this one.
  document.documentElement.classList.add("plg-mounted");
}

mountPage(document.body);
