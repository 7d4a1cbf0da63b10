import assert from "node:assert/strict";
import { test } from "node:test";
import { accepts, inWords, judge, overlay } from "../src/judge.js";
import { vectors } from "./vectors.js";

const answers = vectors("answers");

test("there are vectors of every form", () => {
  const forms = new Set(answers.map(({ question }) => question.form));
  assert.deepEqual([...forms].sort(), ["choice", "drawing", "number", "ranking", "sorting"]);
});

for (const { question, cases } of answers) {
  for (const { value, text, ...expected } of cases) {
    const name = `${question.name}: ${JSON.stringify(value)}`;
    if (text === undefined) {
      test(`${name} is no answer`, () => {
        assert.equal(accepts(question, value), false);
        assert.equal(judge(question, value), undefined);
      });
    } else {
      test(`${name} is told what Python tells it`, () => {
        assert.deepEqual(judged(judge(question, value)), { ...judged(expected), text });
        assert.equal(inWords(question, value), expected.words);
        assert.deepEqual(overlay(question, value) ?? [], expected.overlay);
      });
    }
  }
}

function judged({ correct, misconception, text }) {
  return { correct, misconception, text };
}

test("what is not told cannot be judged", () => {
  const [{ question }] = answers;
  assert.equal(judge({ ...question, verdicts: undefined }, 0), undefined);
});
