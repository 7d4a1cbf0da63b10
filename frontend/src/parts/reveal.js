// The model's answer, hidden until the reader has committed to one; theirs is then laid over it.

/** @import { Reveal } from "../payloads.js" */
/** @import { Part } from "../types.js" */

import { whenAnswered } from "../answered.js";
import { element } from "../dom.js";
import { judge, overlay } from "../judge.js";
import { frame, picture, rowsOf, spare, still } from "../picture.js";
import { disclosure } from "../table.js";

/** @type {Part<Reveal>} */
export function reveal(root, host, payload, lifetime) {
  const { question, spec, columns } = payload;
  const first = element("p", { class: "plg-waiting" }, payload.waiting);
  root.append(first);
  let opened = false;
  const open = async (/** @type {any} */ value) => {
    if (opened) return;
    opened = true;
    const sentence = (value === undefined ? undefined : judge(question, value))?.text ?? payload.truth;
    const { canvas, chart } = frame(`${payload.description} ${sentence}`);
    const numbers = disclosure(spec, () => rowsOf(columns));
    root.replaceChildren(
      element("p", { class: "plg-sentence", role: "status" }, sentence),
      chart,
      element("div", { class: "plg-foot" }, numbers.details),
    );
    const view = await picture(host, canvas, spec, columns, lifetime);
    const own = value === undefined ? undefined : overlay(question, value);
    if (own) view?.swap("prediction", own);
  };
  whenAnswered(lifetime, payload.lesson, (answered) => {
    if (answered.question === question.name) open(answered.value);
  });
  const store = async () => {
    await spare();
    const png = lifetime.ended ? undefined : await still(host, spec, columns, lifetime);
    if (png) host.store?.(png);
  };
  if (host.store) store();
  const before = host.kept(question.name);
  if (before !== undefined) return open(before);
  if (host.skippable) {
    const skip = () => open(undefined);
    first.append(" ", element("button", { type: "button", class: "plg-quiet", onclick: skip }, "Show it without"));
  }
}
