// What is presented: a page in parts, and the time.

/**
 * Seconds as on a clock.
 *
 * @param {number} seconds
 */
export const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/**
 * @typedef {object} Screen
 * @property {string} part The heading of its part.
 * @property {string} title Its own heading.
 * @property {HTMLElement[]} cells
 */

/**
 * A part begins at a heading; a smaller heading begins a screen of its own within it.
 *
 * @param {HTMLElement} main
 */
export function screensOf(main) {
  /** @type {Screen[]} */
  const screens = [];
  for (const cell of /** @type {HTMLElement[]} */ ([...main.children])) {
    const heading = cell.querySelector(".text_cell_render > :is(h1, h2, h3):first-child");
    const title = String(heading?.firstChild?.textContent);
    if (heading) {
      const part = heading.tagName === "H3" ? screens[screens.length - 1].part : title;
      screens.push({ part, title, cells: [] });
    }
    screens[screens.length - 1]?.cells.push(cell);
  }
  return screens;
}
