// Items to be put in order.

/** @import { RankingQuestion } from "../payloads.js" */
/** @import { Form } from "../types.js" */

import { alike, isPlaces } from "../compare.js";
import { element } from "../dom.js";
import { worded } from "./wording.js";

/** @type {Form<RankingQuestion, number[]>} */
export const ranking = {
  accepts: ({ items }, value) => isPlaces(value, items.length, items.length) && new Set(value).size === items.length,
  fits: (verdict, value) => alike(verdict.order, value),
  words: (question, value) => value.map((place) => question.items[place]).join(", "),

  inputs(id, question) {
    let order = question.items.map((_, i) => i);
    let touched = false;
    const list = element("ol", { class: "plg-ranking", "aria-labelledby": id });
    const move = (/** @type {number} */ from, /** @type {number} */ to) => {
      touched = true;
      order.splice(to, 0, ...order.splice(from, 1));
      fill();
      const [up, down] = list.children[to].querySelectorAll("button");
      const [same, other] = to < from ? [up, down] : [down, up];
      (same.disabled ? other : same).focus();
    };
    const step = (/** @type {number} */ at, /** @type {number} */ by, /** @type {string} */ sign, word = "") => {
      const disabled = at + by < 0 || at + by >= order.length;
      const label = `${question.items[order[at]]}: ${word}`;
      const attributes = { type: "button", class: "plg-quiet", disabled, "aria-label": label };
      return element("button", { ...attributes, onclick: () => move(at, at + by) }, sign);
    };
    const item = (/** @type {number} */ place, /** @type {number} */ at) =>
      element("li", {}, element("span", {}, question.items[place]), step(at, -1, "↑", "up"), step(at, 1, "↓", "down"));
    const fill = () => list.replaceChildren(...order.map(item));
    const keep = () => {
      touched = true;
    };
    fill();
    const same = element("button", { type: "button", class: "plg-quiet", onclick: keep }, "I keep this order");
    return {
      body: [element("p", { id, class: "plg-ask" }, ...worded(question.ask)), list, same],
      missing: "Move the items with the arrows, or keep this order on purpose.",
      read: () => (touched ? [...order] : undefined),
      show(value) {
        order = [...value];
        touched = true;
        fill();
      },
    };
  },
};
