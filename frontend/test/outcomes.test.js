import assert from "node:assert/strict";
import { test } from "node:test";
import { outcomes } from "../src/parts/outcomes.js";

const MODEL = '{"name":"leaky_bucket"}';
const settled = () => new Promise(setImmediate);

/** An engine that answers with what it is asked, or fails. */
function engine({ fails = () => false } = {}) {
  const ran = [];
  return {
    ran,
    cell(model, values) {
      ran.push([model, values]);
      if (fails(values)) throw new Error("Traceback:\nValueError: math domain error");
      return { ...values };
    },
  };
}

/** A kernel whose replies wait until the test gives them. */
function kernel() {
  const asked = [];
  const outcome = (values) => new Promise((resolve) => asked.push({ values, resolve }));
  return { asked, outcome };
}

function heard() {
  const replies = [];
  return { replies, hear: (reply) => replies.push(reply) };
}

test("where the engine runs, an outcome is there at once, and no kernel is asked", async () => {
  const [own, asked] = [engine(), kernel()];
  const source = outcomes({ engine: async () => own, outcome: asked.outcome }, { model: MODEL });
  assert.equal(await source.start(), "");
  const { replies, hear } = heard();
  source.at({ churn: 1 }, hear);
  assert.deepEqual(replies, [{ cell: { churn: 1 } }]);
  assert.deepEqual(own.ran, [
    [MODEL, {}],
    [MODEL, { churn: 1 }],
  ]);
  assert.equal(asked.asked.length, 0);
});

test("what is wanted while the engine starts is computed by it: of several the last", async () => {
  const own = engine();
  let started;
  const source = outcomes({ engine: () => new Promise((resolve) => (started = () => resolve(own))) }, { model: MODEL });
  const { replies, hear } = heard();
  source.at({ churn: 1 }, hear);
  source.at({ churn: 2 }, hear);
  assert.deepEqual(replies, []);
  started();
  await settled();
  assert.deepEqual(replies, [{ cell: { churn: 2 } }]);
});

test("without an engine the kernel is asked for one outcome at a time, of what is wanted meanwhile for the last", async () => {
  const { asked, outcome } = kernel();
  const source = outcomes({ engine: () => Promise.reject(new Error("refused")), outcome }, { model: MODEL });
  assert.match(await source.start(), /^The kernel computes/);
  assert.equal(source.alive(), true);
  const { replies, hear } = heard();
  source.at({ churn: 1 }, hear);
  await settled();
  source.at({ churn: 2 }, hear);
  source.at({ churn: 3 }, hear);
  await settled();
  assert.deepEqual(
    asked.map(({ values }) => values),
    [{ churn: 1 }],
  );
  asked[0].resolve({ cell: "one" });
  await settled();
  assert.deepEqual(replies, []);
  assert.deepEqual(asked[1].values, { churn: 3 });
  asked[1].resolve({ cell: "three" });
  await settled();
  assert.deepEqual(replies, [{ cell: "three" }]);
});

test("a model that only a kernel knows says so, and starts no engine", async () => {
  const never = () => assert.fail("an engine was asked for");
  const lines = [await outcomes({ engine: never }, {}).start()];
  lines.push(await outcomes({ engine: never, outcome: kernel().outcome }, {}).start());
  assert.match(lines[0], /^Only the notebook's kernel/);
  assert.match(lines[1], /^The kernel computes/);
});

test("where nothing computes, a move is refused in a line", async () => {
  const source = outcomes({ engine: () => Promise.reject(new Error("no WebAssembly")) }, { model: MODEL });
  assert.match(await source.start(), /^This browser does not run the model/);
  assert.equal(source.alive(), false);
  const { replies, hear } = heard();
  source.at({ churn: 1 }, hear);
  await settled();
  assert.match(replies[0].refused, /^This browser does not run the model/);
});

test("a model that fails is told in one line", async () => {
  const own = engine({ fails: ({ churn }) => churn === 9 });
  const source = outcomes({ engine: async () => own }, { model: MODEL });
  await source.start();
  const { replies, hear } = heard();
  source.at({ churn: 9 }, hear);
  assert.deepEqual(replies, [{ refused: "These values cannot be computed: ValueError: math domain error." }]);
});
