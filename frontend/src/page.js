// A page without a kernel: its parts come alive when this script runs.

import { mountPage } from "./plgkit.js";

mountPage();
