// An idea with sliders and a picture.

/** @import { Control, Explorer, Reply } from "../payloads.js" */
/** @import { Part, Picture, Values } from "../types.js" */
/** @import { Row } from "./control.js" */

import { said } from "../address.js";
import { button, element } from "../dom.js";
import { ghosted } from "../ghost.js";
import { perFrame } from "../pace.js";
import { frame, picture, rowsOf, spare, still } from "../picture.js";
import { disclosure } from "../table.js";
import { read } from "../values.js";
import { addressOf } from "./address.js";
import { controlRow } from "./control.js";
import { outcomes } from "./outcomes.js";
import { trail } from "./trail.js";

/** @type {Part<Explorer>} */
export function explorer(root, host, payload, lifetime) {
  const { controls, spec } = payload;
  /** @type {Values} */
  const start = Object.fromEntries(controls.map(({ name, value }) => [name, value]));
  const state = { ...start };
  let shown = { values: start, cell: payload.cell };
  let touched = controls[0].name;
  let settling = false;
  let comparing = false;
  /** @type {Picture | undefined} */
  let view;
  const moves = trail(shown);
  const source = outcomes(host, payload);

  const sentence = element("p", { class: "plg-sentence", role: "status" }, shown.cell.sentence);
  const figures = payload.measures.map((_, i) => element("dd", {}, shown.cell.headline[i]));
  const former = payload.measures.map(() => element("dd", { class: "plg-before" }));
  const tiles = payload.measures.map((label, i) => element("div", {}, element("dt", {}, label), figures[i], former[i]));
  const { canvas, chart } = frame(shown.cell.sentence);
  const numbers = disclosure(spec, () => rowsOf(shown.cell.columns));
  const engineNote = element("p", { class: "plg-engine", role: "status" });
  const addressNote = element("p", { class: "plg-note", role: "alert" });
  const change = element("p", { class: "plg-change", role: "status" });

  const busy = (/** @type {boolean} */ is) =>
    is ? root.setAttribute("aria-busy", "true") : root.removeAttribute("aria-busy");
  /** The controls in which other values differ from those shown. */
  const told = (/** @type {Values} */ values) => {
    const moved = controls.filter(({ name }) => values[name] !== shown.values[name]);
    return `${moved.map((control) => `${control.label} ${said(control, values[control.name])}`).join(", ")}.`;
  };
  const compare = () => {
    const before = moves.before(shown.values);
    undo.disabled = compared.disabled = !before;
    const stand = comparing ? before : undefined;
    compared.setAttribute("aria-pressed", String(comparing));
    former.forEach((figure, i) => {
      figure.textContent = stand ? `before: ${stand.cell.headline[i]}` : "";
    });
    change.textContent = stand ? `Before: ${told(stand.values)}` : "";
    if (view?.ghost) view.swap("before", stand ? rowsOf(stand.cell.columns) : []);
  };
  const paint = () => {
    if (lifetime.ended) return;
    const { cell } = shown;
    view?.swap("outcome", rowsOf(cell.columns));
    sentence.textContent = cell.sentence;
    chart.setAttribute("aria-label", cell.sentence);
    figures.forEach((figure, i) => {
      figure.textContent = cell.headline[i];
    });
    numbers.fill();
    compare();
  };

  /** @type {Record<string, Row>} */
  const rows = {};
  const showAll = () => {
    for (const { name } of controls) rows[name].show(state[name]);
  };
  const quiet = () => {
    addressNote.textContent = "";
    for (const { note } of Object.values(rows)) note.textContent = "";
  };
  const arrived = (/** @type {Values} */ values, /** @type {Reply} */ { cell, refused }) => {
    busy(false);
    if (cell) {
      shown = { values, cell };
      if (settling) moves.settle(shown);
    } else {
      rows[touched].note.textContent = refused ?? "";
      Object.assign(state, shown.values);
      showAll();
    }
    settling = false;
    paint();
  };
  const computing = perFrame(() => {
    const values = { ...state };
    busy(true);
    source.at(values, (reply) => arrived(values, reply));
  });
  const move = (/** @type {Values} */ changes) => {
    Object.assign(state, changes);
    quiet();
    for (const name of Object.keys(changes)) rows[name].show(state[name]);
    computing.run();
  };
  const settle = () => {
    settling = computing.late() || controls.some(({ name }) => state[name] !== shown.values[name]);
    if (settling) return;
    moves.settle(shown);
    compare();
  };
  const jump = (/** @type {Values} */ values) => {
    moves.begin();
    move(values);
    settle();
  };
  const back = () => {
    const stand = moves.undo();
    if (!stand) return;
    shown = stand;
    Object.assign(state, stand.values);
    quiet();
    showAll();
    paint();
  };
  const ghost = async () => {
    comparing = !comparing;
    const before = moves.before(shown.values);
    if (comparing && before && spec.layer && view && !view.ghost) {
      view.end();
      view = undefined;
      const layered = ghosted(spec, rowsOf(before.cell.columns));
      view = await picture(host, canvas, layered, shown.cell.columns, lifetime);
      if (view) view.ghost = true;
    }
    paint();
  };
  const rowOf = (/** @type {Control} */ control) => {
    const { name, positions } = control;
    const touch = () => {
      touched = name;
      moves.begin();
      source.start();
    };
    const moved = (/** @type {number} */ index) => {
      touched = name;
      move({ [name]: positions[index] });
    };
    const typed = (/** @type {string} */ text) => {
      touched = name;
      const meant = read(control, text);
      if ("value" in meant) return jump({ [name]: meant.value });
      quiet();
      rows[name].note.textContent = meant.refused;
      rows[name].show(state[name]);
    };
    return controlRow(control, { moved, typed, settled: settle, touched: touch });
  };
  for (const control of controls) rows[control.name] = rowOf(control);

  const undo = button("Undo", back);
  const compared = button("What changed?", ghost);
  const reset = button("Start values", () => jump({ ...start }));
  const open = (/** @type {Values} */ values) => jump({ ...start, ...values });
  const address = addressOf(host, controls, { root, state, open, note: addressNote }, lifetime);
  const actions = [undo, compared, reset, ...address];
  compare();

  root.append(
    element(
      "div",
      { class: "plg-stage" },
      element("div", { class: "plg-controls" }, ...controls.map(({ name }) => rows[name].row)),
      element("dl", { class: "plg-headline" }, ...tiles),
      chart,
      sentence,
      element("div", { class: "plg-foot" }, numbers.details, element("div", { class: "plg-actions" }, ...actions)),
      change,
      addressNote,
      engineNote,
    ),
  );
  return picture(host, canvas, spec, shown.cell.columns, lifetime).then(async (made) => {
    view = made;
    if (shown.values !== start) paint();
    await spare();
    if (lifetime.ended) return;
    const png = host.store && (await still(host, spec, payload.cell.columns, lifetime));
    if (png) host.store?.(png);
    engineNote.textContent = await source.start();
    if (!source.alive())
      for (const input of root.querySelectorAll(".plg-controls :is(input, select)"))
        input.toggleAttribute("disabled", true);
  });
}
