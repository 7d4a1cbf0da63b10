// The address of an explorer's state: it opens there, and a button copies it.

/** @import { Control } from "../payloads.js" */
/** @import { Host, Values } from "../types.js" */
/** @import { Lifetime } from "../lifetime.js" */

import { hashOf, stated } from "../address.js";
import { button, element } from "../dom.js";
import { spare } from "../picture.js";

/**
 * @typedef {object} Addressed
 * @property {HTMLElement} root
 * @property {Values} state Where the controls stand.
 * @property {(values: Values) => void} open Sets them to other values.
 * @property {HTMLElement} note Where it says what an address may not.
 */

/**
 * @param {Host} host
 * @param {Control[]} controls
 * @param {Addressed} explorer
 * @param {Lifetime} lifetime
 * @returns {HTMLElement[]} What the reader copies the address with; nothing where a state has none.
 */
export function addressOf({ address }, controls, { root, state, open, note }, lifetime) {
  if (!address) return [];
  const follow = () => {
    const wanted = stated(address.hash(), controls);
    if (!wanted) return;
    if (Object.keys(wanted.values).length) open(wanted.values);
    note.textContent = wanted.refused.join(" ");
    root.scrollIntoView({ behavior: "instant" });
  };
  lifetime.listen(window, "hashchange", follow);
  spare().then(follow);
  const result = element("span", { class: "plg-copied", role: "status" });
  const copy = async () => result.replaceChildren(await address.copy(hashOf(controls, state)));
  return [button("Copy address", copy), result];
}
