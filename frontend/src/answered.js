// Parts of a page hear of each other's answers: the reveal opens, the table of answers grows.

/** @import { Answered } from "./types.js" */
/** @import { Lifetime } from "./lifetime.js" */

const ANSWERED = "plgkit:answered";

/**
 * @param {Answered} detail
 */
export const announce = (detail) => document.dispatchEvent(new CustomEvent(ANSWERED, { detail }));

/**
 * @param {Lifetime} lifetime
 * @param {string} lesson
 * @param {(detail: Answered) => void} heard
 */
export function whenAnswered(lifetime, lesson, heard) {
  lifetime.listen(document, ANSWERED, ({ detail }) => {
    if (detail.lesson === lesson) heard(detail);
  });
}
