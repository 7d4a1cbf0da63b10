import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { pageHost } from "../src/hosts/page.js";
import { store } from "../src/store.js";
import { vectors } from "./vectors.js";

const prediction = vectors("answers").find(({ question }) => question.name === "prediction").question;
const ASKED = { ...prediction, kind: "prediction" };
const STAMP = { v: 1, lesson: "drift", learner: "Ada", variant: "7", given: {} };

const HOME = "plgkit:drift:Ada";

/** Stands for the browser's storage, which may be full. */
class Storage {
  #most = Number.POSITIVE_INFINITY;
  getItem(key) {
    return Object.hasOwn(this, key) ? this[key] : null;
  }
  setItem(key, text) {
    if (text.length > this.#most) throw new Error("full");
    this[key] = text;
  }
  hold(most) {
    this.#most = most;
  }
}

function opened(stamp = STAMP, question = ASKED) {
  const questions = new Map([[question.name, question]]);
  const editions = new Map([[question.name, question.edition]]);
  const payload = { stamp, labels: { prediction: "How many?" } };
  return pageHost(payload, { stamp, questions, editions, journal: store(stamp) });
}

const lines = (text) => text.trim().split("\n");
const values = async (host) => lines((await host.journal()).text).map((line) => JSON.parse(line).value);
const id = async (stamp) => {
  const host = opened(stamp);
  await note(host, "x");
  return JSON.parse(lines((await host.journal()).text)[0]).person;
};
const kept = async (value) => {
  const host = opened();
  await host.keep(ASKED, value);
  return host.journal();
};
const note = (host, text) => host.keep({ name: "notes", kind: "note" }, text);

beforeEach(() => {
  globalThis.localStorage = new Storage();
  globalThis.addEventListener = () => {};
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
  localStorage.hold(0);
  const host = opened();
  assert.match((await note(host, "call Ada")).saved, /download them/);
  assert.equal(host.kept("notes"), "call Ada");
});

test("a browser that is full after the first answer loses none of them", async () => {
  const host = opened();
  await note(host, "first");
  localStorage.hold(localStorage.getItem(HOME).length);
  assert.match((await note(host, "second")).saved, /download them/);
  assert.match((await host.keep(ASKED, 5)).saved, /download them/);
  assert.deepEqual(await values(host), ["first", "second", 5]);
  assert.equal(host.rows().length, 3);
  localStorage.hold(10_000);
  assert.equal((await note(host, "fourth")).saved, "Kept in this browser.");
  assert.deepEqual(await values(opened()), ["first", "second", 5, "fourth"]);
});

test("what another page stored meanwhile stays", async () => {
  const [first, second] = [opened(), opened()];
  localStorage.hold(0);
  await note(first, "held");
  localStorage.hold(10_000);
  await note(second, "stored");
  await note(first, "last");
  assert.deepEqual(await values(opened()), ["stored", "held", "last"]);
});

test("a journal whose key was a variant goes on", async () => {
  const { person, edition, ...before } = JSON.parse(lines((await kept(5)).text)[0]);
  const older = { ...before, given: {}, variant: "ad5328b3" };
  globalThis.localStorage = new Storage();
  localStorage.setItem("plgkit:drift:ad5328b3", `${JSON.stringify(older)}\n`);
  localStorage.setItem("plgkit:drift:00000000", `${JSON.stringify({ ...older, given: { seed: 8 } })}\n`);
  const host = opened();
  assert.equal(host.kept("prediction"), 5);
  await note(host, "on");
  assert.deepEqual(await values(host), [5, "on"]);
  assert.deepEqual(Object.keys(localStorage), ["plgkit:drift:ad5328b3", "plgkit:drift:00000000"]);
});

test("one person has one id in all lessons, and another learner another", async () => {
  const [first, second] = await Promise.all(["drift", "evidence"].map((lesson) => id({ ...STAMP, lesson })));
  assert.match(first, /^[0-9a-f]{16}$/);
  assert.equal(first, second);
  assert.notEqual(first, await id({ ...STAMP, learner: "Grace" }));
});

for (const stored of ["null", "7", '{"v":1}', '{"v":1,"torn', "[]", JSON.stringify({ ...STAMP, part: "prediction" })]) {
  test(`a stored line that holds no entry harms none: ${stored}`, async () => {
    localStorage.setItem(HOME, `${stored}\n`);
    const host = opened();
    assert.deepEqual([host.kept("prediction"), host.rows()], [undefined, []]);
    assert.match(host.unreadable()[0], /1 stored line/);
    await host.keep(ASKED, 5);
    assert.equal(opened().kept("prediction"), 5);
    assert.equal(lines((await host.journal()).text)[0], stored);
  });
}

test("a torn last line stays, and the next answer stands below it", async () => {
  localStorage.setItem(HOME, '{"v":1,"torn');
  const host = opened();
  await host.keep(ASKED, 5);
  assert.equal(opened().kept("prediction"), 5);
  assert.equal(lines((await host.journal()).text).length, 2);
});

test("a prediction outside today's bounds, or to another edition, can be given anew", async () => {
  for (const [value, edition] of [
    [ASKED.high + 1, 1],
    [5, 2],
  ]) {
    globalThis.localStorage = new Storage();
    const earlier = { ...ASKED, high: ASKED.high + 2, edition };
    await opened(STAMP, earlier).keep(earlier, value);
    const host = opened();
    assert.equal(host.kept("prediction"), undefined);
    assert.equal((await host.keep(ASKED, 7)).value, 7);
    assert.equal((await host.keep(ASKED, 8)).value, 7);
    assert.deepEqual(await values(host), [value, 7]);
  }
});

test("a page that asks nothing keeps nothing", () => {
  const host = pageHost({});
  assert.deepEqual([host.kept("p"), host.rows(), host.unreadable()], [undefined, [], []]);
});
