// The moves of a reader in an explorer: what was there before the last one, and the way back.

/** @import { Cell } from "../payloads.js" */
/** @import { Values } from "../types.js" */

/** @typedef {{ values: Values, cell: Cell }} Stand Values of the controls, with their outcome. */

/**
 * @param {Values} one
 * @param {Values} other
 */
const same = (one, other) => Object.keys(one).every((name) => one[name] === other[name]);

/**
 * A move begins where a control is touched or typed into; what the keys then do to it is still the same move.
 *
 * @param {Stand} start
 */
export function trail(start) {
  const stands = [start];
  let open = false;
  const last = () => stands[stands.length - 1];
  return {
    /** A control is touched anew. */
    begin() {
      open = false;
    },
    /**
     * The reader has let go of a control.
     *
     * @param {Stand} now
     */
    settle(now) {
      if (same(last().values, now.values)) return;
      if (open) stands.pop();
      open = true;
      if (!stands.length || !same(last().values, now.values)) stands.push(now);
    },
    /**
     * What was there before the move that led here.
     *
     * @param {Values} values
     * @returns {Stand | undefined}
     */
    before: (values) => (same(last().values, values) ? stands[stands.length - 2] : last()),
    /**
     * One move back.
     *
     * @returns {Stand | undefined} Undefined at the start.
     */
    undo() {
      open = false;
      if (stands.length < 2) return undefined;
      stands.pop();
      return last();
    },
  };
}
