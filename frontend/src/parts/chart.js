// A picture that nothing moves.

/** @import { Chart } from "../payloads.js" */
/** @import { Part } from "../types.js" */

import { element } from "../dom.js";
import { frame, picture } from "../picture.js";
import { disclosure } from "../table.js";

/** @type {Part<Chart>} */
export function chart(root, host, { title, spec, columns }, lifetime) {
  const { canvas, chart: image } = frame(title);
  root.append(image);
  if (spec.usermeta?.table) {
    const [rows] = /** @type {Record<string, any>[][]} */ (Object.values(spec.datasets));
    root.append(element("div", { class: "plg-foot" }, disclosure(spec, () => rows).details));
  }
  return picture(host, canvas, spec, columns, lifetime);
}
