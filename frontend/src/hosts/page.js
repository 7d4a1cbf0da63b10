// A page has no kernel: its outcomes were computed beforehand, and answers stay in this browser.

/** @import { Question } from "../payloads.js" */
/** @import { Host } from "../types.js" */

import { counting, entriesOf, lineOf, rowOf } from "../journal.js";
import { bytesOf, libraryIn } from "../library.js";
import { cellAt, snapped } from "../positions.js";
import { shared } from "../shared.js";

const SNAPPED = "This page holds certain values only; the nearest one is shown. The notebook computes any value.";
const FORGOTTEN = "This browser does not keep answers: download them before you close the page.";
const BEFORE = "You had committed before: your first prediction is shown, and stays.";

/**
 * The answers that a page keeps, under a name of its own.
 *
 * @param {string} name
 */
export function store(name) {
  const key = `plgkit:${name}`;
  let forgotten = ""; // what a browser that keeps nothing holds until the page is closed
  return {
    read() {
      try {
        return localStorage.getItem(key) ?? forgotten;
      } catch {
        return forgotten;
      }
    },
    /** @param {string} text */
    write(text) {
      try {
        localStorage.setItem(key, text);
        return true;
      } catch {
        forgotten = text;
        return false;
      }
    },
  };
}

/** The chart library: on a page of its own beside the parts; on a site a script, which runs after this one. */
function library() {
  const place = /** @type {HTMLScriptElement} */ (document.getElementById("plgkit-vega"));
  if (!place.src) return libraryIn(bytesOf(place.text.trim()));
  return new Promise((/** @type {(embed: any) => void} */ resolve) => {
    place.addEventListener("load", () => resolve(shared.embed));
  });
}

/** Asks for the chart library, which is loaded once. */
export function vega() {
  shared.vega ??= library();
  return shared.vega;
}

/**
 * @param {any} payload
 * @param {ReturnType<typeof store>} journal
 * @param {{ questions: Map<string, Question>, variant: string | undefined }} about The questions of the page by name,
 *   and which numbers the learner has.
 * @returns {Host}
 */
export function pageHost(payload, journal, { questions, variant }) {
  const entries = () => entriesOf(journal.read());
  const counts = (/** @type {string} */ part) => counting(entries(), variant).get(part);
  return {
    skippable: true,
    vega,
    async positions(control, state, heard) {
      const { positions } = payload.controls.find((/** @type {any} */ { name }) => name === control);
      heard(
        new Map(positions.map((/** @type {any} */ at, i = 0) => [i, cellAt(payload, { ...state, [control]: at })])),
      );
      return {};
    },
    async exact(wanted) {
      const state = snapped(payload.controls, wanted);
      const off = Object.keys(state).some((name) => state[name] !== wanted[name]);
      return { cell: cellAt(payload, state), state, note: off ? SNAPPED : "" };
    },
    async keep(question, value) {
      const before = question.locks ? counts(question.name) : undefined;
      if (before?.kind === "prediction") return { value: before.value, saved: BEFORE };
      const kept = journal.write(`${journal.read()}${lineOf(payload.stamp, question, value, new Date())}\n`);
      return { value, saved: kept ? "Kept in this browser." : FORGOTTEN };
    },
    async takeHome(notes) {
      const reply = await this.keep({ name: "notes", kind: "note" }, notes);
      print();
      return reply;
    },
    kept: (part) => counts(part)?.value,
    rows: () => entries().map((entry) => rowOf(payload.labels, questions, entry)),
    journal: async () => ({ text: journal.read() }),
  };
}
