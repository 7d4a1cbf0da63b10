// A page has no kernel: it computes by itself, and answers stay in this browser.

/** @import { Question, Stamp } from "../payloads.js" */
/** @import { store } from "../store.js" */
/** @import { Host } from "../types.js" */

import { element } from "../dom.js";
import { engineOf } from "../engine.js";
import { counting, entriesOf, lineOf, linesOf, rowOf } from "../journal.js";
import { accepts } from "../judge.js";
import { bytesOf, libraryIn } from "../library.js";
import { shared } from "../shared.js";

const FORGOTTEN = "This browser does not keep answers: download them before you close the page.";
const BEFORE = "You had committed before: your first prediction is shown, and stays.";

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

/** The interpreter with the models: on a page of its own beside the parts; on a site a script, asked for only now. */
async function interpreter() {
  const { dataset, textContent } = /** @type {HTMLElement} */ (document.getElementById("plgkit-python"));
  if (!dataset.src) return bytesOf((textContent ?? "").trim());
  await new Promise((loaded, failed) => {
    document.head.append(element("script", { src: dataset.src, onload: loaded, onerror: failed }));
  });
  return bytesOf(shared.python ?? "");
}

/** What computes the models of this page. */
const engine = () => engineOf("page", interpreter);

/**
 * A lesson or test of the page: its questions by name, and the learner's journal.
 *
 * @typedef {object} Sheet
 * @property {Stamp} stamp
 * @property {Map<string, Question>} questions
 * @property {Map<string, number>} editions
 * @property {ReturnType<typeof store>} journal
 */

/** @type {Sheet} */
const NOTHING = {
  stamp: { v: 1, lesson: "", learner: "", variant: "", given: {} },
  questions: new Map(),
  editions: new Map(),
  journal: { read: () => "", person: () => "", append: () => false },
};

const address = {
  hash: () => location.hash,
  async copy(/** @type {string} */ hash) {
    const whole = `${location.href.split("#")[0]}${hash}`;
    try {
      await navigator.clipboard.writeText(whole);
      return "Copied.";
    } catch {
      // A browser may forbid it: then the reader copies it.
      const field = element("input", { type: "text", readonly: true, value: whole, "aria-label": "Address" });
      requestAnimationFrame(() => field.select());
      return field;
    }
  },
};

/**
 * @param {any} payload
 * @param {Sheet} [sheet] Where something is asked.
 * @param {boolean} [first] Whether it is the page's first explorer, which an address sets.
 * @returns {Host}
 */
export function pageHost(payload, sheet, first = false) {
  const { stamp, questions, editions, journal } = sheet ?? NOTHING;
  const entries = () =>
    entriesOf(journal.read()).filter(({ lesson, learner }) => lesson === stamp.lesson && learner === stamp.learner);
  /** What today's question does not take does not count: it can be answered anew. */
  const counts = (/** @type {string} */ part) => {
    const question = questions.get(part);
    const usable = entries().filter((entry) => entry.part === part && (!question || accepts(question, entry.value)));
    return counting(usable, stamp, (name) => editions.get(name)).get(part);
  };
  return {
    skippable: true,
    vega,
    engine,
    address: first ? address : undefined,
    async keep(question, value) {
      const before = question.locks ? counts(question.name) : undefined;
      if (before?.kind === "prediction") return { value: before.value, saved: BEFORE };
      const kept = journal.append(lineOf(stamp, question, value, new Date(), journal.person()));
      return { value, saved: kept ? "Kept in this browser." : FORGOTTEN };
    },
    async takeHome(notes) {
      const reply = await this.keep({ name: "notes", kind: "note" }, notes);
      print();
      return reply;
    },
    kept: (part) => counts(part)?.value,
    rows: () => entries().map((entry) => rowOf(payload.labels, questions, stamp, entry)),
    unreadable() {
      const left = linesOf(journal.read()).length - entries().length;
      return left
        ? [`Set aside, and kept in the download: ${left} stored ${left > 1 ? "lines" : "line"} of no use here.`]
        : [];
    },
    journal: async () => ({ text: journal.read() }),
  };
}
