// What anywidget loads: a part in a notebook.

/** @import { Model } from "./hosts/notebook.js" */

import { notebookHost } from "./hosts/notebook.js";
import { Lifetime } from "./lifetime.js";
import { mount } from "./mount.js";

/**
 * Draws a part, and gives back what ends everything that it started.
 *
 * @param {{ model: Model, el: HTMLElement }} view
 */
function render({ model, el }) {
  const lifetime = new Lifetime();
  const payload = model.get("payload");
  // What the notebook keeps of this part stands below it, hidden as long as this place is drawn.
  el.toggleAttribute("data-plgkit-stored", Boolean(model.get("stored")));
  mount(el, notebookHost(model, payload, lifetime), payload, lifetime);
  return () => {
    lifetime.end();
    el.replaceChildren(); // JupyterLab holds on to the place of an output that is gone
  };
}

export default { render };
