import assert from "node:assert/strict";
import { test } from "node:test";
import { outcomes } from "../src/parts/outcomes.js";

function kernel() {
  const asked = [];
  return {
    asked,
    positions(name, state, heard) {
      return new Promise((resolve) => asked.push({ name, state, heard, resolve }));
    },
  };
}

function explored() {
  const host = kernel();
  const pictures = [];
  const refusals = [];
  const along = outcomes(
    host,
    (cell) => pictures.push(cell),
    (name, refusal) => refusals.push([name, refusal]),
  );
  return { host, pictures, refusals, along };
}

test("the outcomes along a control are asked for once, until another one moves", () => {
  const { host, along } = explored();
  along.load("churn", { churn: 1, cac: 5 });
  along.load("churn", { churn: 2, cac: 5 });
  assert.equal(host.asked.length, 1);
  along.load("churn", { churn: 2, cac: 6 });
  assert.equal(host.asked.length, 2);
});

test("what was wanted last is drawn when it arrives, and nothing else", () => {
  const { host, pictures, along } = explored();
  assert.equal(along.want("churn", { churn: 1 }, 3), false);
  assert.equal(along.want("churn", { churn: 1 }, 4), false);
  host.asked[0].heard(new Map([[3, "three"]]));
  assert.deepEqual(pictures, []);
  host.asked[0].heard(new Map([[4, "four"]]));
  assert.deepEqual(pictures, ["four"]);
  assert.equal(along.want("churn", { churn: 1 }, 3), true);
  assert.deepEqual(pictures, ["four", "three"]);
});

test("nothing is drawn after an exact value was asked for", () => {
  const { host, pictures, along } = explored();
  along.want("churn", { churn: 1 }, 3);
  along.forget();
  host.asked[0].heard(new Map([[3, "three"]]));
  assert.deepEqual(pictures, []);
});

test("what was refused is told, and asked for again", async () => {
  const { host, refusals, along } = explored();
  along.load("churn", { churn: 1 });
  host.asked[0].resolve({ refused: "no" });
  await new Promise(setImmediate);
  assert.deepEqual(refusals, [["churn", "no"]]);
  along.load("churn", { churn: 1 });
  assert.equal(host.asked.length, 2);
});
