// A control of an explorer: a slider with its number box, or a list to choose from.

/** @import { Control } from "../payloads.js" */

import { element } from "../dom.js";
import { nearest } from "../positions.js";
import { fresh } from "../shared.js";
import { written } from "../values.js";

/**
 * @typedef {object} Moves
 * @property {(index: number) => void} moved It stands at another of its positions.
 * @property {() => void} settled It was let go of.
 * @property {(text: string) => void} typed Something was typed into the number box.
 * @property {() => void} touched Somebody is about to move it.
 *
 * @typedef {object} Row
 * @property {HTMLElement} row
 * @property {HTMLElement} note Where it says what is wrong.
 * @property {(value: any) => void} show
 */

/**
 * @param {Control} control
 * @param {Moves} moves
 * @returns {Row}
 */
export function controlRow(control, moves) {
  const id = fresh("control");
  const unit = control.unit ? ` (${control.unit.replace(/^share\b/, "%")})` : "";
  const label = element("label", { for: id, class: "plg-label", title: control.help }, control.label);
  if (unit) label.append(element("span", { class: "plg-unit" }, unit));
  const note = element("p", { class: "plg-note", role: "alert", id: `${id}-note` });
  const listed = control.kind === "choice" || control.kind === "flag";
  /** @type {{ inputs: HTMLElement[], show: (value: any) => void }} */
  const { inputs, show } = listed ? choiceInput(control, id, moves) : numberInputs(control, id, unit, moves);
  show(control.value);
  return { row: element("div", { class: "plg-control" }, label, ...inputs, note), show, note };
}

/**
 * @param {Control} control
 * @param {string} id
 * @param {Moves} moves
 */
function choiceInput(control, id, { moved, settled, touched }) {
  const select = element("select", {
    id,
    autocomplete: "off",
    onchange() {
      touched();
      moved(select.selectedIndex);
      settled();
    },
    onfocus: touched,
  });
  const words = control.kind === "flag" ? ["no", "yes"] : control.positions;
  select.append(...words.map((word) => element("option", {}, String(word))));
  const show = (/** @type {any} */ value) => {
    select.selectedIndex = nearest(control.positions, value);
  };
  return { inputs: [select], show };
}

/**
 * @param {Control} control
 * @param {string} id
 * @param {string} unit
 * @param {Moves} moves
 */
function numberInputs(control, id, unit, { moved, settled, typed, touched }) {
  const slider = element("input", {
    type: "range",
    id,
    min: 0,
    max: control.positions.length - 1,
    step: 1,
    autocomplete: "off", // a browser that goes back puts old values into new inputs
    oninput: () => moved(Number(slider.value)),
    onchange: settled,
    onfocus: touched,
    onpointerdown: touched,
  });
  const box = element("input", {
    type: "text",
    class: "plg-box",
    inputmode: "decimal",
    autocomplete: "off",
    "aria-label": `${control.label}${unit}, exact value`,
    "aria-describedby": `${id}-note`,
    onchange: () => typed(box.value),
    onfocus: touched,
  });
  const show = (/** @type {number} */ value) => {
    const text = written(control, value);
    slider.value = String(nearest(control.positions, value));
    slider.setAttribute("aria-valuetext", text);
    box.value = text;
  };
  return { inputs: [slider, box], show };
}
