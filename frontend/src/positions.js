// Where controls stand.

/** @import { Control } from "./payloads.js" */

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
