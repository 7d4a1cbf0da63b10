import assert from "node:assert/strict";
import { test } from "node:test";
import { read, written } from "../src/values.js";
import { vectors } from "./vectors.js";

const CONTROLS = vectors("controls");
const EACH = 300;

const control = (/** @type {object} */ changes) => ({
  name: "x",
  kind: "number",
  label: "Cost",
  unit: "",
  quantity: "plain",
  before: "",
  after: "",
  currency: "",
  size: "",
  low: 0,
  high: 100_000,
  ...changes,
});
const PLAIN = control({});
const SHARE = control({ label: "Churn", quantity: "share", after: "%", high: 1 });
const PEOPLE = control({ label: "Acquisition", quantity: "people" });
const DOLLARS = control({ quantity: "money", before: "$", currency: "$" });
const EUROS = control({ quantity: "money", before: "€", currency: "€" });
const FRANCS = control({ quantity: "money", after: "\u202fCHF", currency: "CHF" });
const THOUSANDS = control({ quantity: "money", before: "$", after: "k", currency: "$", size: "k" });
const FRANCS_K = control({ quantity: "money", after: "\u202fkCHF", currency: "CHF", size: "k" });
const KRONOR_K = control({ quantity: "money", after: "\u202fkkr", currency: "kr", size: "k" });
const DOTTED = control({ quantity: "money", before: "Fr.", currency: "Fr." });
const UNITS = [PLAIN, SHARE, PEOPLE, DOLLARS, EUROS, FRANCS, THOUSANDS, FRANCS_K, KRONOR_K, DOTTED];

/**
 * Numbers from 0 up to 1, the same in every run.
 *
 * @param {number} seed
 */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Values within the bounds: anywhere, next to nothing, at few digits, and the bounds themselves.
 *
 * @param {any} control
 * @param {() => number} chance
 */
function somewhere({ kind, quantity, low, high }, chance) {
  const whole = kind === "whole" || quantity === "people";
  const values = [low, high];
  while (values.length < EACH) {
    const value = low + (high - low) * (chance() + chance() / 2 ** 32);
    const small = value * 10 ** -Math.floor(18 * chance());
    const short = Number(value.toPrecision(1 + Math.floor(6 * chance())));
    values.push(...[value, small, short].map((one) => (whole ? Math.round(one) : one)));
  }
  return values.filter((value) => low <= value && value <= high);
}

const back = (/** @type {any} */ control, /** @type {number} */ value) =>
  assert.deepEqual(read(control, written(control, value)), { value }, `${control.label}: ${written(control, value)}`);

test("at every position of every slider, what is written reads back as the same value", () => {
  assert.ok(CONTROLS.length > 60);
  for (const control of CONTROLS) for (const value of control.positions) back(control, value);
});

test("at random values of every control, what is written reads back as the same value", () => {
  const chance = generator(14);
  for (const control of CONTROLS) for (const value of somewhere(control, chance)) back(control, value);
});

test("in every unit, every number that there is reads back, to its last bit", () => {
  const chance = generator(5);
  const bits = new DataView(new ArrayBuffer(8));
  for (const unit of UNITS) {
    const wide = { ...unit, low: -Number.MAX_VALUE, high: Number.MAX_VALUE };
    for (const value of [0, 5e-324, 2 ** 53, 1e21, 1e-7, Number.MAX_VALUE, -1]) {
      if (unit !== PEOPLE || Number.isInteger(value)) back(wide, value);
    }
    for (let i = 0; i < 2000; i++) {
      bits.setUint32(0, chance() * 2 ** 32);
      bits.setUint32(4, chance() * 2 ** 32);
      const value = bits.getFloat64(0);
      if (Number.isFinite(value) && (unit !== PEOPLE || Number.isInteger(value))) back(wide, value);
    }
  }
});

test("values are written as people write them", () => {
  const cases = [
    [SHARE, 0.05, "5%"],
    [SHARE, 0.005, "0.5%"],
    [SHARE, 0.07, "7%"],
    [SHARE, 0, "0%"],
    [SHARE, 1, "100%"],
    [THOUSANDS, 30, "$30k"],
    [THOUSANDS, -1234.5, "−$1,234.5k"],
    [FRANCS_K, 30, "30\u202fkCHF"],
    [EUROS, 1200, "€1,200"],
    [PEOPLE, 100_000, "100,000"],
    [PLAIN, 1e-7, "0.0000001"],
    [PLAIN, 1e21, "1,000,000,000,000,000,000,000"],
  ];
  for (const [unit, value, text] of cases) assert.equal(written(unit, value), text);
});

test("what people type is read", () => {
  const cases = [
    [SHARE, 0.05, "5%", "5 %", " 5\u202f% ", "5", "5.0", "+5%"],
    [SHARE, 0.055, "5.5%", "5,5 %", "5.5"],
    [SHARE, 0.01, "1", "1%"],
    [SHARE, 0.0005, "0.05%"],
    [THOUSANDS, 30, "$30k", "$30 k", "$ 30k", "30", "30k", "30 K", "30k$", "0.03m"],
    [THOUSANDS, 30_000, "30000", "30,000", "30 000", "30\u202f000", "30’000", "30'000", "$30,000k", "$30m"],
    [FRANCS_K, 30, "30 kCHF", "30kchf", "CHF 30k", "kCHF 30", "30k CHF", "30"],
    [KRONOR_K, 30, "30 kkr", "30k kr", "30"],
    [EUROS, 1200, "€1,200", "1200", "1.2k", "1 200 €", "€ 1’200", "€1\u202f200", "1,200.00"],
    [EUROS, 1.2, "1.2", "1,2", "1.20 €"],
    [DOTTED, 30, "Fr. 30", "Fr.30", "30 Fr.", "30"],
    [PEOPLE, 1200, "1,200", "1 200", "1’200", "1200"],
    [PLAIN, 0.5, "0.5", ".5", "0,5"],
    [control({ low: -3, high: 3 }), -1.5, "-1.5", "−1.5", "–1.5", "- 1.5"],
  ];
  for (const [unit, value, ...texts] of cases) {
    for (const text of texts) assert.deepEqual(read(unit, text), { value }, text);
  }
});

test("what can mean two things is asked back, unless only one of them is allowed", () => {
  const refusal = (/** @type {any} */ unit, /** @type {string} */ text) => read(unit, text).refused;
  assert.equal(refusal(SHARE, "0.05"), "Churn: this can mean 0.05% or 5%; say which.");
  assert.deepEqual(read({ ...SHARE, low: 0.5 }, "0.8"), { value: 0.8 });
  assert.deepEqual(read({ ...SHARE, low: 0.001, high: 0.1 }, "0.5"), { value: 0.005 });
  assert.equal(refusal(THOUSANDS, "$40"), "Cost: this can mean $40k or $0.04k; say which.");
  assert.deepEqual(read({ ...THOUSANDS, high: 10_000 }, "$30,000"), { value: 30 });
});

test("a refusal says what to give, as people write it", () => {
  const cases = [
    [SHARE, "Churn: give a share between 0% and 100% (5 means 5%).", "150", "-1%", "a lot", "", " ", "$5", "5%%"],
    [THOUSANDS, "Cost: give an amount between $0k and $100,000k (5 means $5k).", "300000", "5%", "€5k", "k", "$"],
    [EUROS, "Cost: give an amount between €0 and €100,000.", "-1", "$5", "1,2,3", "1 2", "1..2"],
    [FRANCS, "Cost: give an amount between 0\u202fCHF and 100,000\u202fCHF.", "-1", "CH"],
    [PEOPLE, "Acquisition: give a whole number between 0 and 100,000.", "12.5", "1e3", "Infinity", "NaN"],
    [control({ kind: "whole", low: 1 }), "Cost: give a whole number between 1 and 100,000.", "0", "1.5"],
    [control({ low: -3, high: 3 }), "Cost: give a number between −3 and 3.", "-4", "0x1", "--1"],
  ];
  for (const [unit, line, ...texts] of cases) {
    for (const text of texts) assert.deepEqual(read(unit, text), { refused: line }, text);
  }
});
