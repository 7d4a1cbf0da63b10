// How a question stands on the page.

import { element } from "../dom.js";

// The situation and what helps stand in plain type around the question itself.
const ASK = /^(?:(.*?[.!?)”])\s+)?((?:[^.!?]|\.(?=\d))*\?)(?:\s+(.*))?$/s;

/**
 * A text as what comes before its question, the question, and what comes after it.
 *
 * @param {string} text
 */
export function split(text) {
  const [, before = "", ask = "", after = ""] = text.match(ASK) ?? [text, "", text, ""];
  return { before, ask, after };
}

/**
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function worded(text) {
  const { before, ask, after } = split(text);
  const around = (/** @type {string} */ part) => element("span", { class: "plg-situation" }, part);
  return [...(before ? [around(before), " "] : []), ask, ...(after ? [" ", around(after)] : [])];
}
