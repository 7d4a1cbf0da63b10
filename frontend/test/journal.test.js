import assert from "node:assert/strict";
import { test } from "node:test";
import { counting, entriesOf, entryOf, lineOf, rowOf } from "../src/journal.js";
import { vectors } from "./vectors.js";

const EDITIONS = new Map([["new", 2]]);
const NUMBERS = { given: { seed: 7 }, variant: "7" };

for (const { about, entries, counts } of vectors("journals")) {
  test(`what counts: ${about}`, () => {
    const whole = entries.map((entry) => ({
      ...NUMBERS,
      ...entry,
      given: entry.given === null ? undefined : (entry.given ?? NUMBERS.given),
    }));
    const kept = counting(whole, NUMBERS, (part) => EDITIONS.get(part));
    assert.deepEqual(Object.fromEntries([...kept].map(([part, { value }]) => [part, value])), counts);
  });
}

for (const { about, line, entry } of vectors("lines")) {
  test(`a line: ${about}`, () => assert.equal(entryOf(line) !== undefined, entry));
}

const [{ question }] = vectors("answers");
const STAMP = { v: 1, lesson: "drift", learner: "Ada", variant: "7", given: { seed: 7 } };
const NOW = new Date("2026-11-26T09:05:59.123Z");

test("a line is what a notebook writes, with the verdict", () => {
  const [entry] = entriesOf(lineOf(STAMP, { ...question, kind: "quiz" }, 0, NOW, "ada"));
  const more = { correct: false, misconception: "circular", person: "ada", edition: question.edition };
  const at = "2026-11-26T09:05:59.123+00:00";
  assert.deepEqual(entry, { ...STAMP, at, part: "choice", kind: "quiz", value: 0, ...more });
});

test("a note and an answer that nothing is told of bear no verdict", () => {
  const untold = { ...question, kind: "quiz", verdicts: undefined };
  for (const asked of [{ name: "notes", kind: "note" }, untold]) {
    const [entry] = entriesOf(lineOf(STAMP, asked, 0, NOW, "ada"));
    assert.equal("correct" in entry || "misconception" in entry, false);
  }
});

test("lines that hold no entry are passed over", () => {
  const [first, last] = [0, 1].map((value) => lineOf(STAMP, { ...question, kind: "quiz" }, value, NOW, "ada"));
  const text = `${first}\n\n{"part": "q", "va\n7\nnull\n{"part": "r"}\n${last}\n`;
  assert.deepEqual(
    entriesOf(text).map(({ value }) => value),
    [0, 1],
  );
});

const QUESTIONS = new Map([[question.name, question]]);
const ENTRY = { ...STAMP, at: "2026-11-26T09:05:59.123+00:00", part: "choice", kind: "quiz", value: 0, correct: false };

test("an entry is a row in words; what is no answer stands as it was kept", () => {
  const labels = { choice: "Which?" };
  assert.deepEqual(rowOf(labels, QUESTIONS, STAMP, ENTRY), ["2026-11-26 09:05", "Which?", "Because.", "no"]);
  assert.deepEqual(rowOf(labels, QUESTIONS, STAMP, { ...ENTRY, value: 7 })[2], 7);
  assert.deepEqual(rowOf({}, new Map(), STAMP, { ...ENTRY, correct: undefined }).slice(1), ["choice", 0, ""]);
});

test("whether a prediction was right is not told beside it", () => {
  assert.equal(rowOf({}, QUESTIONS, STAMP, { ...ENTRY, kind: "prediction", correct: true })[3], "");
});

test("an answer with other numbers, or to another edition, is shown as it was kept", () => {
  for (const change of [{ given: { seed: 8 } }, { edition: question.edition + 1 }]) {
    const [, label, answer, right] = rowOf({ choice: "Which?" }, QUESTIONS, STAMP, { ...ENTRY, ...change });
    assert.deepEqual([label, right], ["Which?", "no"]);
    assert.match(answer, /^0 \(with other numbers, or to an earlier edition/);
  }
});
