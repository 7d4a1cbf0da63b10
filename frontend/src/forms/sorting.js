// Cards to be put on piles.

/** @import { CardAnswer, SortingQuestion } from "../payloads.js" */
/** @import { Form } from "../types.js" */

import { alike, isPlaces } from "../compare.js";
import { element } from "../dom.js";
import { worded } from "./wording.js";

/**
 * @param {{ cards: CardAnswer[] }} verdict
 */
const piles = ({ cards }) => cards.map(({ pile }) => pile);

/** @type {Form<SortingQuestion, number[]>} */
export const sorting = {
  accepts: (question, value) => isPlaces(value, question.cards.length, question.piles.length),
  fits: (verdict, value) => !verdict.all || alike(piles(verdict), value),
  words({ verdicts: [verdict] }, value) {
    const right = piles(verdict).filter((pile, i) => pile === value[i]);
    return `${right.length} of ${value.length}`;
  },

  inputs(id, question) {
    const cards = question.cards.map((text, i) => {
      const pile = element("select", { id: `${id}-${i}` }, element("option", { value: "" }, "…"));
      pile.append(...question.piles.map((name, place) => element("option", { value: place }, name)));
      const reason = element("p", { class: "plg-reason" });
      const card = element("li", {}, element("label", { for: pile.id }, text), pile, reason);
      return { card, pile, reason };
    });
    return {
      body: [
        element("p", { id, class: "plg-ask" }, ...worded(question.ask)),
        element("ol", { class: "plg-cards" }, ...cards.map(({ card }) => card)),
      ],
      missing: "Put every card on a pile first.",
      read: () =>
        cards.some(({ pile }) => pile.value === "") ? undefined : cards.map(({ pile }) => Number(pile.value)),
      show(value) {
        value.forEach((pile, i) => {
          cards[i].pile.value = String(pile);
        });
      },
      tell(verdict, value) {
        cards.forEach(({ reason }, i) => {
          const right = verdict.cards[i].pile === value[i];
          reason.dataset.correct = String(right);
          reason.textContent = `${right ? "✓" : "✗"} ${verdict.cards[i].reason}`;
        });
      },
    };
  },
};
