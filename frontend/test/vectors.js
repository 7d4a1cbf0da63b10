// What Python and the front end both compute: tests/test_vectors.py reads the same files and expects the same.

import { readFileSync } from "node:fs";

/**
 * @param {string} name
 */
export const vectors = (name) =>
  JSON.parse(readFileSync(new URL(`../../tests/vectors/${name}.json`, import.meta.url), "utf8"));
