import assert from "node:assert/strict";
import { test } from "node:test";
import { counting, entriesOf, lineOf, rowOf } from "../src/journal.js";
import { vectors } from "./vectors.js";

for (const { about, entries, counts } of vectors("journals")) {
  test(`what counts: ${about}`, () => {
    const kept = counting(
      entries.map((entry) => ({ variant: "7", ...entry })),
      "7",
    );
    assert.deepEqual(Object.fromEntries([...kept].map(([part, { value }]) => [part, value])), counts);
  });
}

const [{ question }] = vectors("answers");
const STAMP = { v: 1, lesson: "drift", learner: "Ada", variant: "7", given: { seed: 7 } };
const NOW = new Date("2026-11-26T09:05:59.123Z");

test("a line is what a notebook writes, with the verdict", () => {
  const [entry] = entriesOf(lineOf(STAMP, { ...question, kind: "quiz" }, 0, NOW));
  const judged = { correct: false, misconception: "circular" };
  const at = "2026-11-26T09:05:59.123+00:00";
  assert.deepEqual(entry, { ...STAMP, at, part: "choice", kind: "quiz", value: 0, ...judged });
});

test("a note and an answer that nothing is told of bear no verdict", () => {
  const untold = { ...question, kind: "quiz", verdicts: undefined };
  for (const asked of [{ name: "notes", kind: "note" }, untold]) {
    const [entry] = entriesOf(lineOf(STAMP, asked, 0, NOW));
    assert.equal("correct" in entry || "misconception" in entry, false);
  }
});

test("lines that hold no entry are passed over", () => {
  assert.deepEqual(
    entriesOf('{"part": "p"}\n\n{"part": "q", "va\n7\nnull\n{"part": "r"}\n').map(({ part }) => part),
    ["p", "r"],
  );
});

const QUESTIONS = new Map([[question.name, question]]);
const ENTRY = { ...STAMP, at: "2026-11-26T09:05:59.123+00:00", part: "choice", kind: "quiz", value: 0, correct: false };

test("an entry is a row in words; what is no answer stands as it was kept", () => {
  const labels = { choice: "Which?" };
  assert.deepEqual(rowOf(labels, QUESTIONS, ENTRY), ["2026-11-26 09:05", "Which?", "Because.", "no"]);
  assert.deepEqual(rowOf(labels, QUESTIONS, { ...ENTRY, value: 7 })[2], 7);
  assert.deepEqual(rowOf({}, new Map(), { ...ENTRY, correct: undefined }).slice(1), ["choice", 0, ""]);
});

test("whether a prediction was right is not told beside it", () => {
  assert.equal(rowOf({}, QUESTIONS, { ...ENTRY, kind: "prediction", correct: true })[3], "");
});
