// A line to be drawn, by its height at each of a few places.

/** @import { DrawingQuestion } from "../payloads.js" */
/** @import { Form } from "../types.js" */

import { within } from "../compare.js";
import { element } from "../dom.js";
import { number } from "../format.js";
import { board } from "./board.js";
import { worded } from "./wording.js";

const HOW = "Draw with the mouse or a finger, or move each point with Tab and the arrow keys.";

/**
 * @param {number[]} heights
 */
const last = (heights) => heights[heights.length - 1];

/** @type {Form<DrawingQuestion, number[]>} */
export const drawing = {
  accepts: ({ at, top }, value) =>
    Array.isArray(value) &&
    value.length === at.length &&
    value.every((height) => typeof height === "number" && within({ low: 0, high: top }, height)),
  fits: (verdict, value) => within(verdict, last(value)),
  words: (_, value) => number(last(value)),
  overlay: ({ at }, value) => value.map((prediction, i) => ({ x: at[i], prediction })),

  inputs(id, question, lifetime) {
    const { svg, heights, show, lock } = board(question, lifetime);
    const how = element("p", { class: "plg-unit" }, HOW);
    return {
      body: [element("p", { id, class: "plg-ask" }, ...worded(question.ask)), how, /** @type {any} */ (svg)],
      missing: "Draw the whole line: every point counts.",
      read: () => (heights.includes(null) ? undefined : /** @type {number[]} */ ([...heights])),
      show(value) {
        heights.splice(0, heights.length, ...value);
        show();
      },
      lock,
    };
  },
};
