import assert from "node:assert/strict";
import { test } from "node:test";
import { perFrame } from "../src/pace.js";

/** A page whose frames end when the test says so. */
function frames() {
  const waiting = [];
  globalThis.requestAnimationFrame = (act) => waiting.push(act);
  return () => {
    for (const act of waiting.splice(0)) act();
  };
}

test("it is done at once, and what comes within the frame once more at its end", () => {
  const end = frames();
  let done = 0;
  const paced = perFrame(() => {
    done += 1;
  });
  paced.run();
  assert.deepEqual([done, paced.late()], [1, false]);
  paced.run();
  paced.run();
  assert.deepEqual([done, paced.late()], [1, true]);
  end();
  assert.deepEqual([done, paced.late()], [2, false]);
  paced.run();
  end();
  assert.equal(done, 3);
});
