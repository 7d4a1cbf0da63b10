// An idea with sliders and a picture.

/** @import { Cell, Control, Explorer } from "../payloads.js" */
/** @import { Part, Picture, Values } from "../types.js" */
/** @import { Row } from "./control.js" */

import { element } from "../dom.js";
import { frame, picture, rowsOf } from "../picture.js";
import { disclosure } from "../table.js";
import { read } from "../values.js";
import { controlRow } from "./control.js";
import { outcomes } from "./outcomes.js";

/** @type {Part<Explorer>} */
export function explorer(root, host, payload, lifetime) {
  const { controls, spec } = payload;
  /** @type {Values} */
  const state = Object.fromEntries(controls.map(({ name, value }) => [name, value]));
  const start = { ...state };
  let shown = payload.cell;
  let due = 0;
  /** @type {Picture | undefined} */
  let view;

  const sentence = element("p", { class: "plg-sentence", role: "status" }, shown.sentence);
  const figures = payload.measures.map((_, i) => element("dd", {}, shown.headline[i]));
  const measures = payload.measures.map((label, i) => element("div", {}, element("dt", {}, label), figures[i]));
  const { canvas, chart } = frame(shown.sentence);
  const columns = () => ({ ...payload.common, ...shown.columns });
  const numbers = disclosure(spec, () => rowsOf(columns()));

  const busy = (/** @type {boolean} */ is) =>
    is ? root.setAttribute("aria-busy", "true") : root.removeAttribute("aria-busy");
  const paint = () => {
    due = 0;
    if (lifetime.ended) return;
    view?.swap("outcome", rowsOf(columns()));
    sentence.textContent = shown.sentence;
    chart.setAttribute("aria-label", shown.sentence);
    figures.forEach((figure, i) => {
      figure.textContent = shown.headline[i];
    });
    numbers.fill();
    busy(false);
  };
  const draw = (/** @type {Cell} */ cell) => {
    shown = cell;
    if (!due) due = requestAnimationFrame(paint);
  };

  /** @type {Record<string, Row>} */
  const rows = {};
  const quiet = () => {
    for (const { note } of Object.values(rows)) note.textContent = "";
  };
  const along = outcomes(host, draw, (name, refusal) => {
    rows[name].note.textContent = refusal;
  });
  const setTo = async (/** @type {Values} */ changes) => {
    along.forget();
    busy(true);
    const wanted = { ...state, ...changes };
    const reply = await host.exact(wanted);
    busy(false);
    quiet();
    const [name] = Object.keys(changes);
    rows[name].note.textContent = reply.refused ?? reply.note ?? "";
    if (!reply.refused) Object.assign(state, reply.state ?? wanted);
    for (const { name } of controls) rows[name].show(state[name]);
    if (reply.cell) draw(reply.cell);
  };
  const rowOf = (/** @type {Control} */ control) => {
    const { name, positions } = control;
    const moved = (/** @type {number} */ index) => {
      state[name] = positions[index];
      rows[name].show(state[name]);
      quiet();
      if (!along.want(name, state, index)) busy(true);
    };
    const typed = (/** @type {string} */ text) => {
      const typed = read(control, text);
      if ("value" in typed) return setTo({ [name]: typed.value });
      rows[name].note.textContent = typed.refused;
      rows[name].show(state[name]);
    };
    return controlRow(control, { moved, typed, touched: () => along.load(name, state) });
  };
  for (const control of controls) rows[control.name] = rowOf(control);
  const back = () => setTo({ ...start });
  const reset = element("button", { type: "button", class: "plg-quiet", onclick: back }, "Start values");

  root.append(
    element(
      "div",
      { class: "plg-stage" },
      element("div", { class: "plg-controls" }, ...controls.map(({ name }) => rows[name].row)),
      element("dl", { class: "plg-headline" }, ...measures),
      chart,
      sentence,
      element("div", { class: "plg-foot" }, numbers.details, reset),
    ),
  );
  return picture(host, canvas, spec, columns(), lifetime).then((made) => {
    view = made;
    if (shown !== payload.cell) paint();
  });
}
