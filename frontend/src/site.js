// Search within the site: its index is a script, because a page opened from a file may fetch nothing.

/** @import { Section } from "./search.js" */

import { element } from "./dom.js";
import { excerpt, ranked, wordsOf } from "./search.js";
import { shared } from "./shared.js";

const MOST = 12;

const inPlace = (/** @type {Element} */ place, /** @type {string} */ selector) =>
  /** @type {HTMLElement} */ (place.querySelector(selector));

const form = inPlace(document.body, ".site-search");
const box = /** @type {HTMLInputElement} */ (inPlace(form, "input"));
const results = inPlace(form, ".site-found");
const status = inPlace(results, "p");
const list = inPlace(results, "ol");
/** @type {Promise<Section[]> | undefined} */
let arrived;

function index() {
  arrived ??= new Promise((resolve, reject) => {
    const script = element("script", { src: "search.js", onerror: reject });
    script.addEventListener("load", () => resolve(shared.sections ?? []));
    document.head.append(script);
  });
  return arrived;
}

/**
 * @param {Section} section
 * @param {string[]} words
 */
function entry({ page, file, anchor, heading, text }, words) {
  const pieces = excerpt(text, words).map((piece, i) => (i % 2 ? element("mark", {}, piece) : piece));
  const title = element("strong", {}, heading === page ? page : `${page}: ${heading}`);
  const href = anchor ? `${file}#${encodeURIComponent(anchor)}` : file;
  return element("li", {}, element("a", { href, onclick: close }, title, element("span", {}, ...pieces)));
}

function close() {
  results.hidden = true;
}

async function search() {
  const words = wordsOf(box.value);
  if (!words.length) return close();
  const sections = await index();
  if (words.join() !== wordsOf(box.value).join()) return;
  const fitting = ranked(sections, words);
  list.replaceChildren(...fitting.slice(0, MOST).map((section) => entry(section, words)));
  const count = fitting.length === 1 ? "1 place" : `${fitting.length} places`;
  const all = fitting.length > MOST ? `${count}, the first ${MOST} shown` : count;
  status.textContent = fitting.length ? all : "Not found. Every word must occur; try fewer, or the beginning of one.";
  results.hidden = false;
}

form.hidden = false;
box.addEventListener("focus", index);
box.addEventListener("input", search);
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  await search();
  list.querySelector("a")?.click();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || results.hidden) return;
  close();
  box.focus();
});
const outside = (/** @type {EventTarget | null} */ target) => target instanceof Node && !form.contains(target);
document.addEventListener("pointerdown", ({ target }) => outside(target) && close());
form.addEventListener("focusout", ({ relatedTarget }) => outside(relatedTarget) && close());
