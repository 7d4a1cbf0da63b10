import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { pageHost, store } from "../src/hosts/page.js";
import { vectors } from "./vectors.js";

const prediction = vectors("answers").find(({ question }) => question.name === "prediction").question;
const ASKED = { ...prediction, kind: "prediction" };
const STAMP = { v: 1, lesson: "drift", learner: "Ada", variant: "7", given: {} };

/** Stands for the browser's storage. */
function storage() {
  const held = new Map();
  return { getItem: (key) => held.get(key) ?? null, setItem: (key, text) => held.set(key, text) };
}

function opened() {
  const questions = new Map([[ASKED.name, ASKED]]);
  const payload = { stamp: STAMP, labels: { prediction: "How many?" } };
  return pageHost(payload, store("drift:7"), { questions, variant: "7" });
}

beforeEach(() => {
  globalThis.localStorage = storage();
});

test("the first prediction stays, for a page that was opened twice too", async () => {
  const [first, second] = [opened(), opened()];
  assert.deepEqual(await first.keep(ASKED, 5), { value: 5, saved: "Kept in this browser." });
  const { value, saved } = await second.keep(ASKED, 7);
  assert.equal(value, 5);
  assert.match(saved, /You had committed before/);
  assert.equal(second.kept("prediction"), 5);
  assert.equal((await second.journal()).text.trim().split("\n").length, 1);
  assert.deepEqual(
    second.rows().map((row) => row.slice(1)),
    [["How many?", "5", ""]],
  );
});

test("a browser that keeps nothing says so, and holds the answers until the page is closed", async () => {
  globalThis.localStorage = {
    getItem: () => null,
    setItem() {
      throw new Error("full");
    },
  };
  const host = opened();
  assert.match((await host.keep({ name: "notes", kind: "note" }, "call Ada")).saved, /download them/);
  assert.equal(host.kept("notes"), "call Ada");
});

test("a value that no slider can stand at is moved, and the page says so", async () => {
  const controls = [{ name: "churn", positions: [0.1, 0.2] }];
  const host = pageHost({ controls, cells: ["a", "b"] }, store("x"), { questions: new Map(), variant: undefined });
  const { cell, state, note } = await host.exact({ churn: 0.17 });
  assert.deepEqual([cell, state], ["b", { churn: 0.2 }]);
  assert.match(note, /nearest one is shown/);
  assert.equal((await host.exact({ churn: 0.1 })).note, "");
});
