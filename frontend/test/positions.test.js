import assert from "node:assert/strict";
import { test } from "node:test";
import { nearest } from "../src/positions.js";

test("the nearest position, of two as close the first", () => {
  assert.equal(nearest([0, 10, 20], 14), 1);
  assert.equal(nearest([0, 10, 20], 15), 1);
  assert.equal(nearest([0, 10, 20], -7), 0);
  assert.equal(nearest([false, true], true), 1);
  assert.equal(nearest(["monthly", "yearly"], "yearly"), 1);
});
