// One option of several.

/** @import { ChoiceQuestion } from "../payloads.js" */
/** @import { Form } from "../types.js" */

import { element } from "../dom.js";
import { worded } from "./wording.js";

/** @type {Form<ChoiceQuestion, number>} */
export const choice = {
  accepts: ({ options }, value) => Number.isInteger(value) && options[/** @type {number} */ (value)] !== undefined,
  fits: (verdict, value) => verdict.option === value,
  words: (question, value) => question.options[value],

  inputs(id, question) {
    const radios = question.order.map((i) => {
      const radio = element("input", { type: "radio", name: id, value: i, id: `${id}-${i}` });
      const label = element("label", { for: radio.id }, question.options[i]);
      return { radio, row: element("div", { class: "plg-option" }, radio, label) };
    });
    const legend = element("legend", { id }, ...worded(question.ask));
    return {
      body: [element("fieldset", {}, legend, ...radios.map(({ row }) => row))],
      missing: "Choose one of the answers first.",
      read() {
        const chosen = radios.find(({ radio }) => radio.checked);
        return chosen && Number(chosen.radio.value);
      },
      show(value) {
        const chosen = radios.find(({ radio }) => Number(radio.value) === value);
        if (chosen) chosen.radio.checked = true;
      },
    };
  },
};
