import assert from "node:assert/strict";
import { test } from "node:test";
import { Lifetime } from "../src/lifetime.js";
import { fresh, shared } from "../src/shared.js";

const live = () => Object.values(shared.live).reduce((sum, count) => sum + count, 0);

test("what was started ends with its part, and each is stopped once", () => {
  const lifetime = new Lifetime();
  let stopped = 0;
  const end = lifetime.begin("views", () => stopped++);
  lifetime.begin("observers", () => stopped++);
  assert.deepEqual([shared.live.views, shared.live.observers], [1, 1]);
  end();
  end();
  assert.deepEqual([stopped, shared.live.views], [1, 0]);
  lifetime.end();
  lifetime.end();
  assert.deepEqual([stopped, live()], [2, 0]);
});

test("what arrives after the end is stopped at once", () => {
  const lifetime = new Lifetime();
  lifetime.end();
  let stopped = 0;
  lifetime.begin("views", () => stopped++);
  assert.deepEqual([stopped, live()], [1, 0]);
});

test("a listener hears until the end", () => {
  const lifetime = new Lifetime();
  const target = new EventTarget();
  let heard = 0;
  lifetime.listen(target, "answered", () => heard++);
  target.dispatchEvent(new Event("answered"));
  lifetime.end();
  target.dispatchEvent(new Event("answered"));
  assert.deepEqual([heard, live()], [1, 0]);
});

test("a timer counts until it has rung, and does not ring after the end", async () => {
  const [rings, silent] = [new Lifetime(), new Lifetime()];
  let rung = 0;
  const done = new Promise((resolve) => rings.later(0, () => resolve(rung++)));
  silent.later(0, () => rung++);
  assert.equal(shared.live.timers, 2);
  silent.end();
  await done;
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual([rung, live()], [1, 0]);
});

test("names are the page's own", () => assert.notEqual(fresh("control"), fresh("control")));
