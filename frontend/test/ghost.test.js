import assert from "node:assert/strict";
import { test } from "node:test";
import { ghosted } from "../src/ghost.js";

const SPEC = {
  data: { name: "outcome" },
  transform: [{ filter: "datum.x > 0" }],
  encoding: { x: { field: "x" } },
  layer: [
    { mark: "line", encoding: { y: { field: "y" }, opacity: { value: 1 } }, params: [{ name: "pick" }] },
    { mark: { type: "text" }, encoding: { text: { field: "label" } } },
    { mark: { type: "point", opacity: 0 } },
    { mark: { type: "rule", opacity: 0.5 }, data: { name: "prediction" } },
    { layer: [{ mark: { type: "area", opacity: 0.5 } }], transform: [{ filter: "datum.y" }] },
  ],
};

test("the copy has the picture's shapes alone, faint, over the rows of before", () => {
  const before = [{ x: 1 }];
  const { layer, datasets, ...rest } = ghosted(SPEC, before);
  const [copy, ...own] = layer;
  assert.deepEqual(own, SPEC.layer);
  assert.deepEqual(datasets, { before });
  assert.deepEqual(rest, { data: SPEC.data, transform: SPEC.transform, encoding: SPEC.encoding });
  assert.deepEqual([copy.data, copy.transform], [{ name: "before" }, SPEC.transform]);
  assert.deepEqual(copy.layer, [
    { mark: { type: "line", opacity: 0.3, tooltip: null }, encoding: { y: { field: "y" } } },
    {
      transform: [{ filter: "datum.y" }],
      encoding: {},
      layer: [{ mark: { type: "area", opacity: 0.15, tooltip: null }, encoding: {} }],
    },
  ]);
});
