// Notes, and a page of the lesson to take home.

/** @import { TakeHome } from "../payloads.js" */
/** @import { Part } from "../types.js" */

import { element, report } from "../dom.js";
import { bytesOf } from "../library.js";
import { fresh } from "../shared.js";

/** @type {Part<TakeHome>} */
export function takehome(root, host, payload, lifetime) {
  const id = fresh("notes");
  const notes = element("textarea", { id, rows: 4, maxlength: payload.longest });
  notes.value = host.kept("notes") ?? payload.notes;
  const saved = element("p", { class: "plg-saved", role: "status" });
  const links = element("p", {});
  /** @type {(() => void)[]} */
  let older = [];
  const save = async () => {
    saved.textContent = "Saving …";
    const reply = await host.takeHome(notes.value);
    report(saved, reply);
    for (const end of older) end();
    const files = (reply.files ?? []).map(([name, content]) => ({
      name,
      ...lifetime.url(new Blob([bytesOf(content)])),
    }));
    older = files.map(({ end }) => end);
    const link = ({ name = "", href = "" }) =>
      element("a", { class: "plg-download", href, download: name }, `Download ${name}`);
    links.replaceChildren(...files.flatMap((file) => [link(file), " "]));
  };
  root.append(
    element("label", { for: id, class: "plg-ask" }, "My notes"),
    notes,
    element("p", {}, element("button", { type: "button", onclick: save }, "Save my page")),
    saved,
    links,
  );
}
