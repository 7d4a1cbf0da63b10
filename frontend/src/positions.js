// Where controls stand, and which of an explorer's stored outcomes belongs to it.

/** @import { Cell, Control, Explorer } from "./payloads.js" */
/** @import { Values } from "./types.js" */

/**
 * The number of the position that a value is at, or closest to; of two as close, the first.
 *
 * @param {Control["positions"]} positions
 * @param {any} value
 */
export function nearest(positions, value) {
  if (typeof value !== "number") return /** @type {any[]} */ (positions).indexOf(value);
  const away = positions.map((at) => Math.abs(Number(at) - value));
  return away.indexOf(Math.min(...away));
}

/**
 * The values that the controls can stand at, nearest to these.
 *
 * @param {Control[]} controls
 * @param {Values} state
 * @returns {Values}
 */
export const snapped = (controls, state) =>
  Object.fromEntries(controls.map(({ name, positions }) => [name, positions[nearest(positions, state[name])]]));

/**
 * The stored outcome at some values: the last control varies fastest.
 *
 * @param {Explorer} payload
 * @param {Values} state
 * @returns {Cell}
 */
export function cellAt({ controls, cells = [] }, state) {
  return cells[
    controls.reduce((at, { name, positions }) => at * positions.length + nearest(positions, state[name]), 0)
  ];
}
