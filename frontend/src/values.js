// The values of controls as people write them: a share as 5%, money with its unit, people as whole people.
// Decimal points move in the digits of a number, not by arithmetic: what is written reads back as the same number.

/** @import { Control } from "./payloads.js" */

/** @typedef {{ value: number } | { refused: string }} Reading What a text says, or one line on what it should. */

const SHARE = 2;
/** How many decimal places each size of an amount moves its point. */
const SIZES = { "": 0, k: 3, m: 6 };
const NUMBER = /^(?:\d+(?:\.\d*)?|\.\d+)$/;
const THOUSANDS = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/;
/** Not one of thousands: it stands where a point would. */
const DECIMAL_COMMA = /^\d+,\d+$/;

/**
 * The text of a value, as the number box shows it.
 *
 * @param {Control} control
 * @param {number} value
 */
export function written(control, value) {
  const { before = "", after = "" } = control;
  const [digits, exponent] = Math.abs(value).toExponential().split("e");
  const moved = value && control.quantity === "share" ? SHARE : 0;
  const text = plain(digits.replace(".", ""), Number(exponent) + 1 + moved);
  return `${value < 0 ? "−" : ""}${before}${text}${after}`;
}

/**
 * What somebody typed into the number box.
 *
 * A bare number means what the box shows: 5 is 5%, and 30 is $30k. Where a share is typed below 1 without its sign, or
 * an amount with its currency and without its size, it is taken in the one way that lies within the bounds; where both
 * do, nobody can know, and it is refused.
 *
 * @param {Control} control
 * @param {string} text
 * @returns {Reading}
 */
export function read(control, text) {
  const asked = { refused: `${control.label}: give ${allowed(control)}.` };
  const meanings = meaningsOf(control, text).filter((value) => isAllowed(control, value));
  if (meanings.length === 0) return asked;
  if (meanings.length === 1) return { value: meanings[0] };
  const either = meanings.map((value) => written(control, value)).join(" or ");
  return { refused: `${control.label}: this can mean ${either}; say which.` };
}

/**
 * What may be typed, in words.
 *
 * @param {Control} control
 */
function allowed(control) {
  const bounds = `between ${written(control, Number(control.low))} and ${written(control, Number(control.high))}`;
  const meaning = `5 means ${control.before}5${control.after}`;
  if (control.quantity === "share") return `a share ${bounds} (${meaning})`;
  if (control.quantity === "money") return `an amount ${bounds}${control.size ? ` (${meaning})` : ""}`;
  return isWhole(control) ? `a whole number ${bounds}` : `a number ${bounds}`;
}

/** @param {Control} control */
const isWhole = ({ kind, quantity }) => kind === "whole" || quantity === "people";

/**
 * Half a person is none: it is refused as half a month is, since a number that was made whole in silence is not what
 * was typed.
 *
 * @param {Control} control
 * @param {number} value
 */
const isAllowed = (control, value) =>
  Number(control.low) <= value && value <= Number(control.high) && (!isWhole(control) || Number.isInteger(value));

/**
 * The values that a text can mean: none, one or two.
 *
 * @param {Control} control
 * @param {string} text
 * @returns {number[]}
 */
function meaningsOf(control, text) {
  const [, sign, rest] = /** @type {string[]} */ (/^([-−–+]?)(.*)$/.exec(dense(text)));
  const negative = sign !== "" && sign !== "+";
  const at = (/** @type {string} */ amount, /** @type {number} */ places) => parsed(amount, places, negative);
  if (control.quantity === "share") {
    if (rest.endsWith("%")) return at(rest.slice(0, -1), -SHARE);
    const [percent] = at(rest, -SHARE);
    return 0 < percent && percent < 0.01 ? [percent, ...at(rest, 0)] : at(rest, -SHARE);
  }
  if (control.quantity !== "money") return at(rest, 0);
  const { amount, size, named } = parts(rest, dense(control.currency));
  const own = SIZES[control.size];
  if (size !== "") return at(amount, SIZES[size] - own);
  return named && own ? [...at(amount, 0), ...at(amount, -own)] : at(amount, 0);
}

/**
 * A text in small letters, without what only parts it: spaces of any width, and apostrophes between thousands.
 *
 * @param {string} text
 */
const dense = (text) =>
  text
    .trim()
    .toLowerCase()
    .replace(/(\d)[\s'’](?=\d{3}(?!\d))/g, "$1")
    .replace(/(\D)\s+/g, "$1")
    .replace(/\s+(?=\D)/g, "");

/**
 * An amount of money taken apart: its digits, its size, and whether the currency was named.
 *
 * @param {string} text Without sign or spaces, in small letters.
 * @param {string} currency
 * @returns {{ amount: string, size: keyof typeof SIZES, named: boolean }}
 */
function parts(text, currency) {
  const around = Object.keys(SIZES).flatMap((size) => [
    { before: size + currency, after: "", size, named: true },
    { before: currency, after: size, size, named: true },
    { before: "", after: currency + size, size, named: true },
    { before: "", after: size + currency, size, named: true },
    { before: "", after: size, size, named: false },
  ]);
  for (const { before, after, size, named } of around) {
    const amount = text.slice(before.length, text.length - after.length);
    if (text === before + amount + after && /^[\d.,]/.test(amount) && /[\d.,]$/.test(amount)) {
      return { amount, size: /** @type {keyof typeof SIZES} */ (size), named };
    }
  }
  return { amount: "", size: "", named: false };
}

/**
 * The number of a text, its point moved; none if it is no number.
 *
 * @param {string} text
 * @param {number} places
 * @param {boolean} negative
 * @returns {number[]}
 */
function parsed(text, places, negative) {
  const number = THOUSANDS.test(text)
    ? text.replaceAll(",", "")
    : DECIMAL_COMMA.test(text)
      ? text.replace(",", ".")
      : text;
  if (!NUMBER.test(number)) return [];
  const value = Number(`${number}e${places}`);
  return Number.isFinite(value) ? [negative ? -value : value] : [];
}

/**
 * Digits with their point after so many of them, and commas between thousands.
 *
 * @param {string} digits
 * @param {number} point
 */
function plain(digits, point) {
  const filled = digits.padStart(digits.length + Math.max(0, 1 - point), "0").padEnd(point, "0");
  const at = Math.max(1, point);
  const whole = filled.slice(0, at).replace(/\B(?=(\d{3})+$)/g, ",");
  const fraction = filled.slice(at).replace(/0+$/, "");
  return fraction ? `${whole}.${fraction}` : whole;
}
