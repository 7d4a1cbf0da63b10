// The address of a state: after the # stand the values of the controls of a page's first explorer, as people write them.

/** @import { Control } from "./payloads.js" */
/** @import { Values } from "./types.js" */

import { read, written } from "./values.js";

/**
 * What follows the # of an address, without its escapes; a % that begins none stays: people write 8%.
 *
 * @param {string} hash
 */
export const fragment = (hash) =>
  hash.replace(/^#/, "").replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });

/**
 * The values that an address states.
 *
 * @param {string} hash
 * @param {Control[]} controls
 * @returns {{ values: Values, refused: string[] } | undefined} Undefined where it states none.
 */
export function stated(hash, controls) {
  if (!hash.includes("=")) return undefined;
  /** @type {Values} */
  const values = {};
  const refused = [];
  for (const pair of hash.replace(/^#/, "").split("&")) {
    const [name, given = ""] = pair.split(/=(.*)/s).map(fragment);
    const control = controls.find((one) => one.name === name);
    if (!control) {
      refused.push(`The address sets ${name}; here it can set ${controls.map((one) => one.name).join(", ")}.`);
      continue;
    }
    const meant = control.kind === "choice" || control.kind === "flag" ? chosen(control, given) : read(control, given);
    if ("value" in meant) values[name] = meant.value;
    else refused.push(`The address says ${name}=${given}. ${meant.refused}`);
  }
  return { values, refused };
}

/**
 * What an address says of some values: nothing of those that stand where they began.
 *
 * @param {Control[]} controls
 * @param {Values} values
 */
export function hashOf(controls, values) {
  const moved = controls.filter(({ name, value }) => values[name] !== value);
  const pairs = moved.map((control) => {
    const text = encodeURIComponent(said(control, values[control.name])).replaceAll("%25", "%");
    return `${control.name}=${text}`;
  });
  return pairs.length ? `#${pairs.join("&")}` : "";
}

/**
 * A value as it is told.
 *
 * @param {Control} control
 * @param {any} value
 * @returns {string}
 */
export function said(control, value) {
  if (control.kind === "flag") return value ? "yes" : "no";
  return control.kind === "choice" ? value : written(control, value);
}

/**
 * @param {Control} control
 * @param {string} text
 * @returns {{ value: any } | { refused: string }}
 */
function chosen(control, text) {
  const found = control.positions.find((position) => said(control, position) === text);
  const allowed = control.positions.map((position) => said(control, position)).join(" or ");
  return found === undefined ? { refused: `${control.label}: give ${allowed}.` } : { value: found };
}
