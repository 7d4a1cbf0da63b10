import assert from "node:assert/strict";
import { test } from "node:test";
import { notebookHost } from "../src/hosts/notebook.js";
import { Lifetime } from "../src/lifetime.js";
import { shared } from "../src/shared.js";

/** Stands for anywidget's model: holds what is sent, and passes on what the kernel replies. */
function model({ dead = false, stored = "" } = {}) {
  const listeners = new Set();
  const sent = [];
  return {
    sent,
    listeners,
    get: (name) => ({ interpreter: "the interpreter", stored })[name],
    widget_manager: { get_model: async (id) => ({ get: (name) => `${name} of ${id}` }) },
    on: (_, heard) => listeners.add(heard),
    off: (_, heard) => listeners.delete(heard),
    send(message) {
      if (dead) throw new Error("disposed");
      sent.push(message);
    },
    reply(message) {
      for (const heard of listeners) heard(message);
    },
  };
}

function opened(options) {
  const lifetime = new Lifetime();
  const kernel = model(options);
  return { kernel, lifetime, host: notebookHost(kernel, { answers: { p: 1 }, rows: [] }, lifetime) };
}

test("the replies to a request come as one, and nobody else's", async () => {
  const { kernel, lifetime, host } = opened();
  const reply = host.outcome({ churn: 1 });
  const [{ id, ...request }] = kernel.sent;
  assert.deepEqual(request, { want: "outcome", state: { churn: 1 } });
  kernel.reply({ id: "another", done: true, refused: "not this" });
  kernel.reply({ id, done: false, cell: "drawn" });
  kernel.reply({ id, done: true });
  assert.deepEqual(await reply, { id, done: true, cell: "drawn" });
  lifetime.end();
});

test("a picture is stored where the notebook keeps one, and nowhere else", () => {
  const without = opened();
  assert.equal(without.host.store, undefined);
  without.lifetime.end();
  const { kernel, lifetime, host } = opened({ stored: "an output" });
  host.store("iVBO");
  assert.deepEqual([kernel.sent[0].want, kernel.sent[0].picture], ["store", "iVBO"]);
  lifetime.end();
});

test("a kernel that cannot be reached is told at once", async () => {
  const { lifetime, host } = opened({ dead: true });
  assert.match((await host.outcome({})).refused, /does not answer/);
  lifetime.end();
});

test("with its part a request stops to wait, and the kernel is not listened to", () => {
  const { kernel, lifetime, host } = opened();
  host.outcome({});
  assert.deepEqual([kernel.listeners.size, shared.live.timers, shared.live.listeners], [1, 1, 1]);
  lifetime.end();
  assert.deepEqual([kernel.listeners.size, shared.live.timers, shared.live.listeners], [0, 0, 0]);
});

test("a library that the page does not know yet is asked for again", async () => {
  const { kernel, lifetime, host } = opened();
  let asked = 0;
  kernel.get = () => "library";
  const read = new Promise((resolve) => {
    const get = (name) => {
      resolve(name);
      return new Uint8Array();
    };
    const answers = [() => Promise.reject(new Error("widget model not found")), () => Promise.resolve({ get })];
    kernel.widget_manager = { get_model: () => answers[asked++]() };
  });
  const vega = host.vega();
  assert.equal(await read, "gzip");
  assert.equal(asked, 2);
  await assert.rejects(vega); // nothing is in it
  assert.equal(shared.vega, undefined);
  lifetime.end();
});
