// A test: its questions are answered in any order, and nothing is told before it is finished.

/** @import { ChoiceQuestion, Paper, Question } from "../payloads.js" */
/** @import { Asked, Part } from "../types.js" */

import { announce } from "../answered.js";
import { element, report } from "../dom.js";
import { form as formOf } from "../forms/index.js";
import { inWords, judge } from "../judge.js";
import { fresh } from "../shared.js";
import { count, mark, solution } from "./solution.js";

const FINISH = "Finish";
const UNTOLD = "Finished. What was right is told after the course, when you know more.";

/** @type {Part<Paper>} */
export function paper(root, host, payload, lifetime) {
  const status = element("p", { class: "plg-saved", role: "status" });
  const finish = element("button", { type: "submit" }, FINISH);
  const form = element("form");
  const places = payload.questions.map((question, i, all) => {
    const { body, read, show } = formOf(question).inputs(fresh("question"), question, lifetime);
    const result = element("div", { class: "plg-result" });
    const place = element("div", { class: "plg-question" }, count(i, all), ...body, result);
    // Kept unjudged: nothing may be told before the end.
    place.addEventListener("change", () => answer(question, read()));
    const before = host.kept(question.name);
    if (before !== undefined) show(before);
    return { place, question, read, result };
  });
  const open = () => places.flatMap(({ read }, i) => (read() === undefined ? [i + 1] : []));
  const tell = (/** @type {string} */ text) => {
    status.textContent = `${places.length - open().length} of ${places.length} answered. ${text}`;
  };
  const keep = async (/** @type {Asked} */ asked, /** @type {any} */ value) => {
    finish.textContent = FINISH;
    const reply = await host.keep(asked, value);
    report(status, reply);
    tell(status.textContent ?? "");
    return !reply.refused;
  };
  const answer = async (/** @type {Question} */ question, /** @type {any} */ value) => {
    const unjudged = /** @type {Question} */ ({ ...question, verdicts: undefined });
    if (!(await keep(unjudged, value))) return;
    announce({ lesson: payload.lesson, question: question.name, value, text: inWords(question, value) });
  };
  const closed = () => {
    for (const input of form.querySelectorAll("input, button")) input.toggleAttribute("disabled", true);
    finish.remove();
    if (!payload.questions[0].verdicts) return tell(UNTOLD);
    let right = 0;
    for (const { question, read, result } of places) {
      const correct = verdictOf(/** @type {ChoiceQuestion} */ (question), read(), result);
      result.dataset.correct = String(correct);
      right += Number(correct);
    }
    tell(`Finished: ${right} of ${places.length} right. Each question now says why.`);
  };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const left = open();
    if (left.length && finish.textContent === FINISH) {
      finish.textContent = "Finish all the same";
      return tell(`Still open: ${left.join(", ")}.`);
    }
    const count = places.length - left.length;
    if (!(await keep({ name: payload.end, kind: "note", edition: payload.endEdition }, count))) return;
    announce({ lesson: payload.lesson, question: payload.end, value: count, text: String(count) });
    closed();
  });
  form.append(...places.flatMap(({ place, question }) => [place, ...solution(payload, question)]), finish, status);
  root.append(form);
  if (host.kept(payload.end) === undefined) tell("");
  else closed();
}

/**
 * Says under a question what its answer was worth, and what is right where it was not.
 *
 * @param {ChoiceQuestion} question
 * @param {number | undefined} value
 * @param {HTMLElement} result
 */
function verdictOf(question, value, result) {
  const verdict = value === undefined ? undefined : judge(question, value);
  const best = question.verdicts?.find(({ correct }) => correct);
  result.replaceChildren(element("strong", {}, verdict ? mark(verdict.correct) : "Not answered."), verdict?.text ?? "");
  if (best && !verdict?.correct) {
    result.append(element("p", {}, element("em", {}, "Right: "), question.options[best.option], " ", best.text));
  }
  return Boolean(verdict?.correct);
}
