// Where a page's journal stands in its browser: it only ever grows, and what cannot be stored is held until it can.

/** @import { Stamp } from "./payloads.js" */

import { belongs, entriesOf } from "./journal.js";

const PREFIX = "plgkit:";
const DIGITS = 16; // of the id of a person

/**
 * The journal of one learner and lesson. Pages of release 0.1.0 kept a journal for each variant, under a name that
 * changed with the idea: one that holds answers of this learner goes on.
 *
 * @param {Stamp} stamp
 */
export function store(stamp) {
  const own = `${PREFIX}${stamp.lesson}:${stamp.learner}`;
  /** @type {string[]} */
  const unstored = [];
  const text = (/** @type {string} */ key) => {
    try {
      return localStorage.getItem(key) ?? "";
    } catch {
      return ""; // this browser keeps nothing
    }
  };
  const names = () => {
    try {
      return Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
    } catch {
      return [];
    }
  };
  const mine = (/** @type {import("./payloads.js").Entry} */ entry) =>
    entry.lesson === stamp.lesson && entry.learner === stamp.learner && belongs(entry, stamp, entry.edition);
  const places = names().filter((name) => name !== own && entriesOf(text(name)).some(mine));
  if (text(own) || places.length === 0) places.push(own);
  const home = places[places.length - 1];
  const read = () => whole(places.map(text).join("")) + unstored.join("");
  let id = "";
  /** The random id under which this learner answers in this browser: theirs from before, or a new one. */
  const person = () => {
    const known = (/** @type {string} */ some) =>
      entriesOf(some).find((entry) => entry.person && entry.learner === stamp.learner)?.person;
    id ||= known(read()) ?? known(names().map(text).map(whole).join("")) ?? drawn();
    return id;
  };
  addEventListener("beforeunload", (event) => {
    if (unstored.length) event.preventDefault(); // the browser asks before these answers are gone
  });
  return {
    read,
    person,
    /**
     * @param {string} line
     * @returns {boolean} Whether the browser keeps it.
     */
    append(line) {
      unstored.push(`${line}\n`);
      try {
        const stored = localStorage.getItem(home) ?? "";
        localStorage.setItem(home, whole(stored) + unstored.join(""));
      } catch {
        return false;
      }
      unstored.length = 0;
      return true;
    },
  };
}

/** A text whose last line has its end: what follows it stands below. */
const whole = (/** @type {string} */ text) => (text && !text.endsWith("\n") ? `${text}\n` : text);

function drawn() {
  const numbers = crypto.getRandomValues(new Uint8Array(DIGITS / 2));
  return [...numbers].map((number) => number.toString(16).padStart(2, "0")).join("");
}
