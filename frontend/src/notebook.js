// What anywidget loads: a part in a notebook.

import { render } from "./plgkit.js";

export default { render };
