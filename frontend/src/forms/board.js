// The board that a line is drawn on: a scale, a place for each point, and the line through those that are set.

/** @import { DrawingQuestion } from "../payloads.js" */
/** @import { Lifetime } from "../lifetime.js" */

import { svgElement } from "../dom.js";
import { number } from "../format.js";

const HEIGHT = 240;
const WIDTH = 560;
const NARROWEST = 240;
const [LEFT, RIGHT, ABOVE, BELOW] = [62, 16, 14, 34]; // pixels around the plot
const LEVELS = [0, 1, 2, 3, 4];
const DIGITS = 4;
/** @type {Record<string, number>} */
const STEPS = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 10, PageDown: -10 }; // in % of the top

/**
 * @param {DrawingQuestion} question
 * @param {Lifetime} lifetime
 */
export function board({ at, top, xTitle, yTitle }, lifetime) {
  /** @type {(number | null)[]} */
  const heights = at.map(() => null);
  let width = WIDTH;
  let locked = false;
  const x = (/** @type {number} */ i) =>
    LEFT + ((width - LEFT - RIGHT) * (at[i] - at[0])) / (at[at.length - 1] - at[0]);
  const y = (/** @type {number} */ value) => ABOVE + (HEIGHT - BELOW - ABOVE) * (1 - value / top);

  const svg = svgElement("svg", { class: "plg-drawing", role: "group", "aria-label": `${yTitle}, by ${xTitle}` });
  const text = (/** @type {string} */ words, /** @type {Record<string, string | number>} */ attributes) => {
    const made = svgElement("text", attributes);
    made.textContent = words;
    svg.append(made);
    return made;
  };
  const rules = LEVELS.map((level) => {
    const value = (top * level) / (LEVELS.length - 1);
    text(number(value), { x: LEFT - 8, y: y(value) + 4, "text-anchor": "end" });
    const rule = svgElement("line", { x1: LEFT, y1: y(value), y2: y(value), class: "plg-grid" });
    svg.append(rule);
    return rule;
  });
  const labels = at.map((place) => text(String(place), { y: HEIGHT - BELOW + 18, "text-anchor": "middle" }));
  const title = text(xTitle, { y: HEIGHT - 2, "text-anchor": "end" });
  const line = svgElement("polyline", { class: "plg-line" });
  const knots = at.map((place, i) => {
    const name = `${yTitle} at ${xTitle} ${place}`;
    const range = { "aria-label": name, "aria-valuemin": 0, "aria-valuemax": top };
    const knot = svgElement("circle", { r: 9, class: "plg-knot", tabindex: 0, role: "slider", ...range });
    knot.addEventListener("keydown", (event) => {
      const by = STEPS[event.key];
      if (!by || locked) return;
      event.preventDefault();
      set(i, (heights[i] ?? heights[i - 1] ?? 0) + (by * top) / 100);
    });
    return knot;
  });
  svg.append(line, ...knots);

  const show = () => {
    knots.forEach((knot, i) => {
      const height = heights[i];
      knot.setAttribute("cx", String(x(i)));
      knot.setAttribute("cy", String(y(height ?? 0)));
      knot.classList.toggle("plg-unset", height === null);
      knot.setAttribute("aria-valuenow", String(height ?? 0));
      knot.setAttribute("aria-valuetext", height === null ? "not drawn yet" : number(height));
    });
    const points = heights.flatMap((height, i) => (height === null ? [] : [`${x(i)},${y(height)}`]));
    line.setAttribute("points", points.join(" "));
  };
  const set = (/** @type {number} */ i, /** @type {number} */ value) => {
    heights[i] = Math.min(top, Math.max(0, Number(value.toPrecision(DIGITS))));
    show();
  };
  // As wide as its place is: letters and points stay as large as they are, on a phone too.
  const fit = () => {
    width = Math.max(NARROWEST, svg.clientWidth || width);
    svg.setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
    for (const rule of rules) rule.setAttribute("x2", String(width - RIGHT));
    labels.forEach((label, i) => {
      label.setAttribute("x", String(x(i)));
    });
    title.setAttribute("x", String(width - RIGHT));
    show();
  };
  lifetime.resized(svg, fit);

  let pressed = false;
  const follow = (/** @type {PointerEvent} */ event) => {
    if (!pressed || locked) return;
    const box = svg.getBoundingClientRect();
    const px = ((event.clientX - box.left) / box.width) * width;
    const py = ((event.clientY - box.top) / box.height) * HEIGHT;
    const i = at.reduce((best, _, k) => (Math.abs(x(k) - px) < Math.abs(x(best) - px) ? k : best), 0);
    set(i, top * (1 - (py - ABOVE) / (HEIGHT - BELOW - ABOVE)));
  };
  svg.addEventListener("pointerdown", (event) => {
    pressed = true;
    svg.setPointerCapture(event.pointerId);
    follow(event);
  });
  svg.addEventListener("pointermove", follow);
  svg.addEventListener("pointerup", () => {
    pressed = false;
  });
  fit();
  const lock = () => {
    locked = true;
    for (const knot of knots) knot.setAttribute("aria-disabled", "true");
  };
  return { svg, heights, show, lock };
}
