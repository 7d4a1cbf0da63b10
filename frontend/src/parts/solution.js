// The answer in words, where the edition holds it.

/** @import { Paper, Question, Questions } from "../payloads.js" */

import { element } from "../dom.js";

/**
 * @param {Questions | Paper} payload
 * @param {Question} question
 */
export function solution({ edition }, { solution: text }) {
  if (!text) return [];
  const open = edition === "instructor";
  return [element("details", { class: "plg-solution", open }, element("summary", {}, "The answer"), text)];
}

/**
 * @param {number} i
 * @param {Question[]} all
 */
export const count = (i, all) => element("p", { class: "plg-count" }, `Question ${i + 1} of ${all.length}`);

/**
 * @param {boolean} correct
 */
export const mark = (correct) => (correct ? "✓ Right. " : "✗ Not this. ");
