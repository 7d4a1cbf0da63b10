// The forms of question, by name.

/** @import { Question } from "../payloads.js" */
/** @import { Form } from "../types.js" */

import { choice } from "./choice.js";
import { drawing } from "./drawing.js";
import { number } from "./number.js";
import { ranking } from "./ranking.js";
import { sorting } from "./sorting.js";

/** @type {Record<Question["form"], Form>} */
const FORMS = { choice, number, ranking, drawing, sorting };

/**
 * @param {Question} question
 */
export const form = (question) => FORMS[question.form];
