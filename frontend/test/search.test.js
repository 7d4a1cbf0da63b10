import assert from "node:assert/strict";
import { test } from "node:test";
import { clock } from "../src/screens.js";
import { excerpt, rank, ranked, wordsOf } from "../src/search.js";

const section = (heading, text, file = "drift.html") => ({ page: "Drift", file, anchor: "", heading, text });

test("words are found without marks and capitals", () => {
  assert.deepEqual(wordsOf("Café Break-even 7"), ["cafe", "break", "even", "7"]);
  assert.ok(rank(section("Café", ""), wordsOf("cafe")) > 0);
});

test("every word must begin a word", () => {
  assert.equal(rank(section("Drift", "the leaky bucket"), ["eaky"]), 0);
  assert.equal(rank(section("Drift", "the leaky bucket"), ["leaky", "pump"]), 0);
});

test("headings count most, words side by side more, and the course comes before its code", () => {
  const heading = section("Break-even", "");
  const beside = section("Other", "the break-even point");
  const apart = section("Other", "even if you break");
  const code = section("Break-even", "", "reference.html");
  assert.deepEqual(ranked([apart, code, beside, heading], ["break", "even"]), [heading, beside, code, apart]);
});

test("an excerpt is text around the first word, every second piece a word that was looked for", () => {
  const text = `${"long before ".repeat(20)}the leaky bucket ${"long after ".repeat(20)}`;
  const pieces = excerpt(text, ["leaky"]);
  assert.equal(pieces[1], "leaky");
  assert.ok(pieces[0].startsWith("… ") && pieces.at(-1).endsWith(" …"));
  assert.deepEqual(excerpt("leaky", ["leaky"]), ["", "leaky", ""]);
});

test("the time of a part as on a clock", () => assert.equal(clock(125.9), "2:05"));
