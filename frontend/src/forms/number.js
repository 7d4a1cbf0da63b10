// A number that is typed.

/** @import { NumberQuestion } from "../payloads.js" */
/** @import { Form } from "../types.js" */

import { within } from "../compare.js";
import { element } from "../dom.js";
import { between, number as inDigits, TYPED } from "../format.js";
import { worded } from "./wording.js";

/** @type {Form<NumberQuestion, number>} */
export const number = {
  accepts: (question, value) => typeof value === "number" && within(question, value),
  fits: within,
  words: (_, value) => inDigits(value, TYPED),
  overlay: (_, value) => [{ prediction: value }],

  inputs(id, question) {
    const box = element("input", { type: "number", step: "any", id: `${id}-box`, "aria-describedby": `${id}-unit` });
    const unit = element("span", { id: `${id}-unit`, class: "plg-unit" }, question.unit);
    return {
      body: [
        element("label", { id, for: box.id, class: "plg-ask" }, ...worded(question.ask)),
        element("div", { class: "plg-entry" }, box, unit),
      ],
      missing: `Give ${between(question)}.`,
      read() {
        const value = Number(box.value);
        return box.value.trim() !== "" && within(question, value) ? value : undefined;
      },
      show(value) {
        box.value = String(value);
      },
    };
  },
};
