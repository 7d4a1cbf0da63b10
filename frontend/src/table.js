// The numbers of a picture as a table.

import { element } from "./dom.js";
import { number } from "./format.js";

/** @typedef {Record<string, any>} Row */

/**
 * A picture says which of its rows and columns a reader is shown, and under which headings.
 *
 * @param {Row[]} rows
 * @param {{ headings?: [string, string][], marks?: string[] }} [shown]
 * @returns {Row[]}
 */
export function shownOf(rows, { headings, marks = [] } = {}) {
  if (!headings) return rows;
  const points = rows.filter((row) => !marks.length || marks.includes(row.mark));
  const whole = points.filter((row) => headings.every(([name]) => row[name] !== null));
  return whole.map((row) => Object.fromEntries(headings.map(([name, heading]) => [heading, row[name]])));
}

/**
 * A cell's text. Thousands have a comma, years have none.
 *
 * @param {any} value
 * @param {string} name
 */
export function cellText(value, name) {
  if (typeof value !== "number" || /year$/.test(name)) return String(value ?? "");
  return number(value, Number.isInteger(value) ? 15 : 5);
}

/**
 * @param {Row[]} rows
 */
export function table(rows) {
  const names = Object.keys(rows[0] ?? {});
  const head = names.map((name) => element("th", { scope: "col" }, name));
  const body = rows.map((row) =>
    element("tr", {}, ...names.map((name) => element("td", { "data-label": name }, cellText(row[name], name)))),
  );
  return element("table", {}, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...body));
}

/**
 * A table that is folded away, and filled while it is open.
 *
 * @param {Record<string, any>} spec
 * @param {() => Row[]} current The rows as they are now.
 */
export function disclosure(spec, current) {
  const body = element("div", { class: "plg-scroll", tabindex: "0", role: "group", "aria-label": "Numbers" });
  const summary = element("summary", {}, "The numbers as a table");
  const details = element("details", { class: "plg-table" }, summary, body);
  const fill = () => {
    if (details.open) body.replaceChildren(table(shownOf(current(), spec.usermeta?.table)));
  };
  details.addEventListener("toggle", fill);
  return { details, fill };
}
