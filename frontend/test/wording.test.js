import assert from "node:assert/strict";
import { test } from "node:test";
import { split } from "../src/forms/wording.js";

test("a question stands between its situation and what helps", () => {
  const text = "Churn is 1.5 %. It falls. How many stay after 2.5 years? Give a number.";
  assert.deepEqual(split(text), {
    before: "Churn is 1.5 %. It falls.",
    ask: "How many stay after 2.5 years?",
    after: "Give a number.",
  });
});

test("a text without a question mark is the question", () => {
  assert.deepEqual(split("Draw the line"), { before: "", ask: "Draw the line", after: "" });
});
