// JupyterLab and Notebook would take arrow keys and Enter for their own shortcuts. JupyterLab hears a key after the
// part it was pressed in; Notebook before, and it leaves alone only an element that bears a mark.

/** @import { Lifetime } from "./lifetime.js" */

import { shared } from "./shared.js";

const MARK = "data-lm-suppress-shortcuts";

/**
 * Whether a key is meant for the field it is pressed in.
 *
 * @param {KeyboardEvent} event
 */
const isTyped = (event) => !event.ctrlKey && !event.metaKey && !(event.shiftKey && event.key === "Enter");

/**
 * @param {KeyboardEvent} event
 */
function mark(event) {
  const { target } = event;
  if (target instanceof Element && target.closest(".plg")) target.toggleAttribute(MARK, isTyped(event));
}

/**
 * Keeps the keys pressed in a part for it. The page listens as long as it shows a part.
 *
 * @param {HTMLElement} root
 * @param {Lifetime} lifetime
 */
export function guard(root, lifetime) {
  root.addEventListener("keydown", (event) => isTyped(event) && event.stopPropagation());
  if (shared.live.guards === 0) {
    addEventListener("keydown", mark, true);
    shared.unguard = () => removeEventListener("keydown", mark, true);
  }
  lifetime.begin("guards", () => {
    if (shared.live.guards === 0) shared.unguard?.();
  });
}
