import assert from "node:assert/strict";
import { test } from "node:test";
import { cellAt, nearest, snapped } from "../src/positions.js";

const CONTROLS = [
  { name: "churn", positions: [0.1, 0.2, 0.3] },
  { name: "plan", positions: ["monthly", "yearly"] },
];

test("the nearest position, of two as close the first", () => {
  assert.equal(nearest([0, 10, 20], 14), 1);
  assert.equal(nearest([0, 10, 20], 15), 1);
  assert.equal(nearest([0, 10, 20], -7), 0);
  assert.equal(nearest([false, true], true), 1);
  assert.equal(nearest(["monthly", "yearly"], "yearly"), 1);
});

test("of the stored outcomes, the last control varies fastest", () => {
  const cells = ["a", "b", "c", "d", "e", "f"];
  const at = (churn, plan) => cellAt({ controls: CONTROLS, cells }, { churn, plan });
  assert.equal(at(0.1, "monthly"), "a");
  assert.equal(at(0.1, "yearly"), "b");
  assert.equal(at(0.3, "monthly"), "e");
  assert.equal(at(0.29, "yearly"), "f");
});

test("values are moved to where the controls can stand", () => {
  assert.deepEqual(snapped(CONTROLS, { churn: 0.22, plan: "yearly" }), { churn: 0.2, plan: "yearly" });
});
