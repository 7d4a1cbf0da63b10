// The journal of a page, one entry a line, as a notebook writes it: whoever collects answers reads both alike.

/** @import { Entry, Question, Stamp } from "./payloads.js" */
/** @import { Asked, Row } from "./types.js" */

import { minute } from "./format.js";
import { accepts, inWords, judge } from "./judge.js";

const VERSION = 1;
const FIRST_EDITION = 1;
const ANOTHER = "(with other numbers, or to an earlier edition of the question)";
const TEXTS = ["at", "lesson", "learner", "part", "kind", "variant"];
const KINDS = ["prediction", "exercise", "quiz", "note"];
const HALF_CHARACTER = /(?:^|[^\\])(?:\\\\)*\\ud[89a-f]/; // what JSON.stringify makes of one that stands alone

const isText = (/** @type {unknown} */ value) => typeof value === "string";
const isWhole = (/** @type {any} */ value) => Number.isSafeInteger(value) && value >= 0;
/** @type {Record<string, (value: any) => boolean>} */
const OPTIONAL = {
  given: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  person: (value) => isText(value) && value !== "",
  edition: (value) => isWhole(value) && value >= FIRST_EDITION,
  sure: (value) => typeof value === "number" && value >= 0 && value <= 1,
  hints: isWhole,
  round: isWhole,
};

/**
 * The entry that a line holds; undefined where it holds none. `tests/vectors/lines.json` holds this to Python's.
 *
 * @param {string} line
 * @returns {Entry | undefined}
 */
export function entryOf(line) {
  let entry;
  try {
    entry = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!OPTIONAL.given(entry) || entry.v !== VERSION || !("value" in entry)) return undefined;
  if (HALF_CHARACTER.test(JSON.stringify(entry))) return undefined;
  if (!TEXTS.every((name) => isText(entry[name])) || !KINDS.includes(entry.kind)) return undefined;
  return Object.entries(OPTIONAL).every(([name, fits]) => !(name in entry) || fits(entry[name])) ? entry : undefined;
}

/**
 * The lines of a journal that hold something.
 *
 * @param {string} text
 */
export const linesOf = (text) => text.split("\n").filter((line) => line.trim());

/**
 * The entries of a journal; a line that holds none is passed over.
 *
 * @param {string} text
 * @returns {Entry[]}
 */
export const entriesOf = (text) => linesOf(text).flatMap((line) => entryOf(line) ?? []);

/**
 * Whether two learners' parameters are the same.
 *
 * @param {Record<string, any>} some
 * @param {Record<string, any>} others
 */
const same = (some, others) =>
  Object.keys(some).length === Object.keys(others).length &&
  Object.keys(some).every((name) => JSON.stringify(some[name]) === JSON.stringify(others[name]));

/**
 * Whether an entry answers today's edition of its question, with the numbers that the learner has. The parameters
 * decide which numbers these are; a line that holds none is known by its variant.
 *
 * @param {Entry} entry
 * @param {Stamp} stamp
 * @param {number} [edition]
 */
export function belongs(entry, stamp, edition = FIRST_EDITION) {
  const numbers = entry.given ? same(entry.given, stamp.given) : entry.variant === stamp.variant;
  return numbers && (entry.edition ?? FIRST_EDITION) === edition;
}

/**
 * The entries that count, by part: of predictions the first, of other answers the last. A prediction stays,
 * whatever else follows under its name.
 *
 * @param {Entry[]} entries Oldest first.
 * @param {Stamp} stamp
 * @param {(part: string) => number | undefined} edition The edition of a part today.
 * @returns {Map<string, Entry>}
 */
export function counting(entries, stamp, edition) {
  /** @type {Map<string, Entry>} */
  const counts = new Map();
  for (const entry of entries) {
    const own = belongs(entry, stamp, edition(entry.part));
    if (own && counts.get(entry.part)?.kind !== "prediction") counts.set(entry.part, entry);
  }
  return counts;
}

/**
 * An answer as a line of the journal.
 *
 * @param {Stamp} stamp
 * @param {Asked} question
 * @param {any} value
 * @param {Date} now
 * @param {string} person
 */
export function lineOf(stamp, question, value, now, person) {
  const at = now.toISOString().replace("Z", "+00:00");
  const { name, kind, edition } = question;
  const { correct, misconception } = ("verdicts" in question && judge(question, value)) || {};
  return JSON.stringify({ ...stamp, at, part: name, kind, value, correct, misconception, person, edition });
}

/**
 * An answer as a row of the table of answers.
 *
 * @param {Record<string, string>} labels
 * @param {string} when
 * @param {string} question
 * @param {any} answer
 * @param {boolean | undefined} correct
 * @returns {Row}
 */
export function row(labels, when, question, answer, correct) {
  return [when, labels[question] ?? question, answer, correct === undefined ? "" : correct ? "yes" : "no"];
}

/**
 * An entry as a row; what is no answer to today's question, as it was kept.
 *
 * @param {Record<string, string>} labels
 * @param {Map<string, Question>} questions
 * @param {Stamp} stamp
 * @param {Entry} entry
 */
export function rowOf(labels, questions, stamp, entry) {
  const { at, part, kind, value } = entry;
  const question = questions.get(part);
  const correct = kind === "prediction" || typeof entry.correct !== "boolean" ? undefined : entry.correct;
  let answer = value;
  if (question && !belongs(entry, stamp, question.edition)) answer = `${words(value)} ${ANOTHER}`;
  else if (question && accepts(question, value)) answer = inWords(question, value);
  return row(labels, minute(at), part, answer, correct);
}

const words = (/** @type {any} */ value) => (isText(value) ? value : JSON.stringify(value));
