// The judgement of an answer. Verdicts are made by the lesson; tests/vectors/answers.json holds this to Python's.

/** @import { Question, Verdict } from "./payloads.js" */

import { form } from "./forms/index.js";

/**
 * Whether a value is an answer to the question at all: one to an earlier edition of it may be none.
 *
 * @param {Question | undefined} question
 * @param {unknown} value
 */
export const accepts = (question, value) => question !== undefined && form(question).accepts(question, value);

/**
 * An answer in words.
 *
 * @param {Question} question
 * @param {any} value
 */
export const inWords = (question, value) => form(question).words(question, value);

/**
 * The first verdict that an answer falls under, with the answer in its text; undefined for what is no answer.
 *
 * @param {Question} question
 * @param {any} value
 * @returns {Verdict | undefined}
 */
export function judge(question, value) {
  if (!question.verdicts || !accepts(question, value)) return undefined;
  const { fits } = form(question);
  const verdict = question.verdicts.find((candidate) => fits(candidate, value));
  return verdict && { ...verdict, text: verdict.text.replaceAll("{given}", inWords(question, value)) };
}

/**
 * The answer as rows to be laid over a picture; undefined where it cannot be drawn.
 *
 * @param {Question} question
 * @param {any} value
 */
export const overlay = (question, value) => form(question).overlay?.(question, value);
