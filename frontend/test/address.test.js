import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fragment, hashOf, stated } from "../src/address.js";

const ALL = JSON.parse(readFileSync(new URL("../../tests/vectors/controls.json", import.meta.url), "utf8"));
const find = (name, quantity) => ALL.find((one) => one.name === name && one.quantity === quantity);
const CHURN = { ...find("churn", "share"), value: 0.05 };
const PLAN = { name: "plan", label: "Plan", kind: "choice", positions: ["monthly", "by & by = 1"], value: "monthly" };
const OPEN = { name: "open", label: "Open", kind: "flag", positions: [false, true], value: false };
const CONTROLS = [CHURN, PLAN, OPEN];

test("what people write after the # is read, with escapes and without", () => {
  assert.equal(fragment("#churn=8%"), "churn=8%");
  assert.equal(fragment("#churn=8%25"), "churn=8%");
  assert.equal(fragment("#price=%E2%82%AC30"), "price=€30");
  assert.equal(fragment("#%FF"), "%FF");
});

test("an address without values states none", () => {
  for (const hash of ["", "#", "#a-heading", "#50%"]) assert.equal(stated(hash, CONTROLS), undefined);
});

test("an address states the values of the controls that it names", () => {
  assert.deepEqual(stated("#churn=8%", CONTROLS), { values: { churn: 0.08 }, refused: [] });
  assert.deepEqual(stated("#churn=8%&open=yes", CONTROLS).values, { churn: 0.08, open: true });
});

test("what an address may not say is refused in a line, and the rest counts", () => {
  const { values, refused } = stated("#churn=800%&open=yes&prediction=7&plan=never", CONTROLS);
  assert.deepEqual(values, { open: true });
  assert.equal(refused.length, 3);
  assert.match(refused[0], /^The address says churn=800%\. Churn: give a share between 0% and 100%/);
  assert.equal(refused[1], "The address sets prediction; here it can set churn, plan, open.");
  assert.equal(refused[2], "The address says plan=never. Plan: give monthly or by & by = 1.");
});

test("the address of values is read back as the same values, and is short", () => {
  assert.equal(hashOf(CONTROLS, { churn: 0.08, plan: "monthly", open: false }), "#churn=8%");
  assert.equal(hashOf(CONTROLS, { churn: 0.05, plan: "monthly", open: false }), "");
  const values = { churn: 0.1 / 3, plan: "by & by = 1", open: true };
  assert.deepEqual(stated(hashOf(CONTROLS, values), CONTROLS), { values, refused: [] });
});

test("every position of every control has an address that leads back to it", () => {
  for (const control of ALL) {
    const elsewhere = { ...control, value: undefined };
    for (const value of control.positions) {
      const hash = hashOf([elsewhere], { [control.name]: value });
      assert.deepEqual(stated(hash, [elsewhere]), { values: { [control.name]: value }, refused: [] }, hash);
    }
  }
});
