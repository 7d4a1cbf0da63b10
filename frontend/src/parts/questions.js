// Questions, each answered on its own.

/** @import { Question, Questions } from "../payloads.js" */
/** @import { Host, Part } from "../types.js" */
/** @import { Lifetime } from "../lifetime.js" */

import { announce } from "../answered.js";
import { alike } from "../compare.js";
import { element, report } from "../dom.js";
import { form as formOf } from "../forms/index.js";
import { inWords, judge } from "../judge.js";
import { fresh } from "../shared.js";
import { count, mark, solution } from "./solution.js";

/** @type {Part<Questions>} */
export function questions(root, host, payload, lifetime) {
  payload.questions.forEach((question, i, all) => {
    const form = questionForm(host, payload, question, lifetime);
    if (all.length > 1) form.prepend(count(i, all));
    root.append(form, ...solution(payload, question));
  });
}

/**
 * @param {Host} host
 * @param {Questions} payload
 * @param {Question} question
 * @param {Lifetime} lifetime
 */
function questionForm(host, payload, question, lifetime) {
  const id = fresh("question");
  const { locks } = question;
  const result = element("div", { class: "plg-result", role: "status" });
  const saved = element("p", { class: "plg-saved" });
  const button = element("button", { type: "submit" }, locks ? "Commit" : "Answer");
  const form = element("form", { class: `plg-question plg-form-${question.form}`, "aria-labelledby": id });
  const { body, missing, read, show, tell, lock } = formOf(question).inputs(id, question, lifetime);
  const last = body[body.length - 1];
  (last.classList.contains("plg-entry") ? last : form).append(button);
  form.prepend(...body);
  form.append(result, saved);

  const respond = (/** @type {any} */ value) => {
    if (locks) {
      for (const input of form.querySelectorAll("input, button, select")) input.toggleAttribute("disabled", true);
      lock?.();
      result.textContent = "Committed. It is compared with the answer further down.";
      return;
    }
    const verdict = judge(question, value);
    if (!verdict) return;
    result.replaceChildren(element("strong", {}, mark(verdict.correct)), verdict.text);
    tell?.(verdict, value);
    result.dataset.correct = String(verdict.correct);
  };
  const before = host.kept(question.name);
  if (before !== undefined) {
    show(before);
    respond(before);
  }
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const value = read();
    if (value === undefined) {
      result.textContent = missing;
      return;
    }
    button.disabled = true;
    saved.textContent = "Saving …";
    const reply = await host.keep(question, value);
    button.disabled = false;
    report(saved, reply);
    if (reply.refused && locks) return;
    // A page that was loaded anew may not know what was committed before: the first prediction counts.
    const counts = reply.value ?? value;
    const kept = alike(counts, value);
    if (!kept) show(counts);
    respond(counts);
    if (reply.refused) return;
    const correct = locks ? undefined : judge(question, counts)?.correct;
    const text = inWords(question, counts);
    announce({ lesson: payload.lesson, question: question.name, value: counts, text, correct, kept });
  });
  return form;
}
