// A Vega view that is kept: new rows are swapped into it, it is never drawn anew.

/** @import { Columns } from "./payloads.js" */
/** @import { Lifetime } from "./lifetime.js" */
/** @import { Host, Picture } from "./types.js" */

import { element } from "./dom.js";
import { shared } from "./shared.js";

const HIDDEN = 100; // milliseconds in which a page that is seen has painted its next frame
const AXIS = 65; // about the height that an axis and its title take, in pixels
const NARROWEST = 280; // pixels
const LOWEST = 120; // pixels
const USUAL = 640; // pixels, where the place has no width yet

/**
 * @param {Columns} columns
 * @returns {Record<string, any>[]}
 */
export function rowsOf(columns) {
  const names = Object.keys(columns);
  return (columns[names[0]] ?? []).map((_, i) => Object.fromEntries(names.map((name) => [name, columns[name][i]])));
}

/**
 * The place of a picture: an image with a description, drawn on an inner element.
 *
 * @param {string} description
 */
export function frame(description) {
  const canvas = element("div", { class: "plg-canvas", "aria-hidden": "true" });
  const chart = element("div", { class: "plg-chart", role: "img", "aria-label": description }, canvas);
  return { canvas, chart };
}

/** Resolves after the next frame is painted; a page that is hidden paints none. */
const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, HIDDEN);
  });

/** Resolves when the page has nothing else to do: every picture asked for so far is drawn. */
export async function spare() {
  await shared.drawing;
  await new Promise((resolve) => ("requestIdleCallback" in window ? requestIdleCallback : setTimeout)(resolve));
}

/**
 * Draws a picture after those that were asked for before it, each in a task of its own: the first on a page is seen
 * before the last is drawn. Until then its place is kept, so that what a reader has scrolled to does not move away.
 *
 * @param {Host} host
 * @param {HTMLElement} canvas
 * @param {Record<string, any>} spec
 * @param {Columns} columns
 * @param {Lifetime} lifetime
 * @returns {Promise<Picture | undefined>} Undefined where the part ended first.
 */
export function picture(host, canvas, spec, columns, lifetime) {
  canvas.style.minHeight = `${heightIn(canvas, spec.height, AXIS) + AXIS}px`;
  const drawing = shared.drawing.then(() => draw(host, canvas, spec, columns, lifetime));
  const seen = () => {
    canvas.style.minHeight = "";
    return painted();
  };
  shared.drawing = Promise.race([drawing, lifetime.over]).then(seen, seen);
  return drawing;
}

/**
 * A picture as a PNG in base64, drawn where nobody sees it.
 *
 * @param {Host} host
 * @param {Record<string, any>} spec
 * @param {Columns} columns
 * @param {Lifetime} lifetime
 */
export async function still(host, spec, columns, lifetime) {
  const drawn = await draw(host, element("div"), spec, columns, lifetime);
  const png = drawn && (await drawn.png());
  drawn?.end();
  return png;
}

/**
 * How high the plot is: as its idea draws it, or as the styles leave room for beside its axes.
 *
 * @param {HTMLElement} canvas
 * @param {number} usual
 * @param {number} axes
 */
function heightIn(canvas, usual, axes) {
  const most = Number.parseFloat(getComputedStyle(canvas).maxHeight) - axes;
  return most < usual ? Math.max(LOWEST, most) : usual;
}

/**
 * @param {Host} host
 * @param {HTMLElement} canvas
 * @param {Record<string, any>} spec
 * @param {Columns} columns
 * @param {Lifetime} lifetime
 */
async function draw(host, canvas, spec, columns, lifetime) {
  const embed = await host.vega();
  if (lifetime.ended) return undefined;
  let width = Math.max(NARROWEST, canvas.clientWidth || USUAL);
  let height = heightIn(canvas, spec.height, AXIS);
  const fitted = {
    ...spec,
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    datasets: { outcome: rowsOf(columns), ...spec.datasets },
    autosize: { type: "fit-x", contains: "padding" },
    width,
    height,
    config: { ...spec.config, aria: false },
  };
  const { view, finalize } = await embed(canvas, fitted, {
    actions: false,
    renderer: "svg",
    ast: true, // its expressions are interpreted, because a policy of content forbids to make code of them
    mode: "vega-lite",
  });
  const end = lifetime.begin("views", finalize);
  const fit = async () => {
    if (lifetime.ended) return;
    const now = Math.max(NARROWEST, canvas.clientWidth);
    const axes = Number(canvas.querySelector("svg")?.getAttribute("height")) - height;
    const high = heightIn(canvas, spec.height, axes);
    if (!canvas.clientWidth || (Math.abs(now - width) <= 1 && Math.abs(high - height) <= 1)) return;
    [width, height] = [now, high];
    await view.width(width).height(height).runAsync();
  };
  const unwatch = lifetime.resized(canvas, fit);
  await fit();
  if (lifetime.ended) return undefined;
  return {
    swap: (/** @type {string} */ table, /** @type {object[]} */ rows) => view.data(table, rows).runAsync(),
    png: async () => (await view.toImageURL("png")).split(",")[1],
    end() {
      unwatch();
      end();
    },
  };
}
