// What the reader answered so far, to look at and to take away.

/** @import { Answers } from "../payloads.js" */
/** @import { Part } from "../types.js" */

import { whenAnswered } from "../answered.js";
import { element } from "../dom.js";
import { minute } from "../format.js";
import { row } from "../journal.js";
import { table } from "../table.js";

const DOWNLOADED = 15_000; // milliseconds after which the browser surely has what it was given

/** @type {Part<Answers>} */
export function answers(root, host, payload, lifetime) {
  const list = element("div", { class: "plg-scroll", tabindex: "0", role: "group", "aria-label": "Your answers" });
  const refused = element("p", { class: "plg-note", role: "alert" });
  const save = async () => {
    const reply = await host.journal();
    refused.textContent = reply.refused ?? "";
    if (reply.refused) return;
    const { href, end } = lifetime.url(new Blob([reply.text ?? ""], { type: "application/jsonl" }));
    element("a", { href, download: payload.file }).click();
    lifetime.later(DOWNLOADED, end);
  };
  const button = element("button", { type: "button", class: "plg-quiet", onclick: save }, "Download my answers");
  const rows = [...host.rows()];
  const show = () => {
    const named = rows.map((cells) => Object.fromEntries(payload.headings.map((name, i) => [name, cells[i]])));
    list.replaceChildren(rows.length ? table(named) : "No answer yet.");
  };
  whenAnswered(lifetime, payload.lesson, ({ question, text, correct, kept }) => {
    if (kept === false) return;
    rows.push(row(payload.labels, minute(new Date().toISOString()), question, text, correct));
    show();
  });
  show();
  const unreadable = host.unreadable().map((line) => element("p", { class: "plg-note" }, line));
  root.append(list, element("p", {}, button), refused, ...unreadable);
}
