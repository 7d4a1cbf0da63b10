import assert from "node:assert/strict";
import { test } from "node:test";
import { between, minute, number, percent } from "../src/format.js";
import { cellText } from "../src/table.js";
import { vectors } from "./vectors.js";

const ENDLESS = { inf: Infinity, "-inf": -Infinity }; // JSON has no name for these

const { numbers, shares, bounds } = vectors("numbers");

test("there are vectors", () => assert.ok(numbers.length > 50 && shares.length > 10 && bounds.length > 3));

for (const { value, digits, text } of numbers) {
  test(`${value} at ${digits} digits is ${text}`, () => assert.equal(number(ENDLESS[value] ?? value, digits), text));
}

for (const { value, text } of shares) {
  test(`a share of ${value} is ${text}`, () => assert.equal(percent(value), text));
}

for (const { low, high, text } of bounds) {
  test(`between ${text}`, () => assert.equal(between({ low, high }), `a number between ${text}`));
}

test("a time is said to the minute", () => assert.equal(minute("2026-11-26T09:05:59.123+00:00"), "2026-11-26 09:05"));

test("in a table thousands have a comma, years have none, and what is missing is empty", () => {
  assert.equal(cellText(12345678, "customers"), "12,345,678");
  assert.equal(cellText(0.123456, "share"), "0.12346");
  assert.equal(cellText(2019, "fiscal year"), "2019");
  assert.equal(cellText(null, "share"), "");
  assert.equal(cellText("Zoom", "company"), "Zoom");
});
