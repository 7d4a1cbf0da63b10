// The outcomes along a control, asked for when it is first touched and held while the others stay where they are.

/** @import { Cell } from "../payloads.js" */
/** @import { Host, Values } from "../types.js" */

const MOST = 16; // as many rows of outcomes are held

/**
 * @param {Host} host
 * @param {(cell: Cell) => void} draw Gets the outcome that was wanted last, when it is there.
 * @param {(name: string, refusal: string) => void} refused
 */
export function outcomes(host, draw, refused) {
  /** @type {Map<string, Map<number, Cell>>} */
  const held = new Map();
  /** @type {{ key: string, index: number } | null} */
  let wanted = null;
  const keyOf = (/** @type {string} */ name, /** @type {Values} */ state) =>
    JSON.stringify([name, { ...state, [name]: null }]);

  /**
   * @param {string} name
   * @param {Values} state
   */
  function load(name, state) {
    const key = keyOf(name, state);
    const known = held.get(key);
    if (known) return known;
    /** @type {Map<number, Cell>} */
    const cells = new Map();
    held.set(key, cells);
    const [oldest] = held.keys();
    if (held.size > MOST) held.delete(oldest);
    const heard = (/** @type {Map<number, Cell>} */ arrived) => {
      for (const [index, cell] of arrived) cells.set(index, cell);
      const cell = wanted?.key === key && cells.get(wanted.index);
      if (cell) draw(cell);
    };
    host.positions(name, { ...state }, heard).then((reply) => {
      if (!reply.refused) return;
      held.delete(key);
      refused(name, reply.refused);
    });
    return cells;
  }

  return {
    load,
    /**
     * Draws the outcome at a position, now or when it arrives; says whether it was there.
     *
     * @param {string} name
     * @param {Values} state
     * @param {number} index
     */
    want(name, state, index) {
      wanted = { key: keyOf(name, state), index };
      const cell = load(name, state).get(index);
      if (cell) draw(cell);
      return Boolean(cell);
    },
    /** Nothing is wanted any more; what arrives is held and not drawn. */
    forget() {
      wanted = null;
    },
  };
}
