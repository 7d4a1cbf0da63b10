// The journal of a page, one entry a line, as a notebook writes it: whoever collects answers reads both alike.

/** @import { Entry, Question, Stamp } from "./payloads.js" */
/** @import { Asked, Row } from "./types.js" */

import { minute } from "./format.js";
import { accepts, inWords, judge } from "./judge.js";

/**
 * The entries of a journal; a line that holds none is passed over.
 *
 * @param {string} text
 * @returns {Entry[]}
 */
export const entriesOf = (text) =>
  text.split("\n").flatMap((line) => {
    try {
      const entry = JSON.parse(line);
      return typeof entry === "object" && entry !== null ? [entry] : [];
    } catch {
      return [];
    }
  });

/**
 * The entries that count, by part: of predictions the first, of other answers the last. A prediction stays,
 * whatever else follows under its name.
 *
 * @param {Entry[]} entries Oldest first.
 * @param {string} [variant] Only answers to these numbers.
 * @returns {Map<string, Entry>}
 */
export function counting(entries, variant) {
  /** @type {Map<string, Entry>} */
  const counts = new Map();
  for (const entry of entries) {
    const own = variant === undefined || entry.variant === variant;
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
 */
export function lineOf(stamp, question, value, now) {
  const at = now.toISOString().replace("Z", "+00:00");
  const { correct, misconception } = ("verdicts" in question && judge(question, value)) || {};
  return JSON.stringify({ ...stamp, at, part: question.name, kind: question.kind, value, correct, misconception });
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
 * An entry as a row; what is no answer to the question, as it was kept.
 *
 * @param {Record<string, string>} labels
 * @param {Map<string, Question>} questions
 * @param {Entry} entry
 */
export function rowOf(labels, questions, { at, part, kind, value, correct }) {
  const question = questions.get(part);
  const answer = question && accepts(question, value) ? inWords(question, value) : value;
  return row(labels, minute(at), part, answer, kind === "prediction" ? undefined : correct);
}
