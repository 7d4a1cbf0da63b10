// Numbers and times as text, as Python's `words` writes them: tests/vectors/numbers.json holds both to it.

const MOST_PLACES = 300;

/**
 * A number at some significant digits, never in scientific notation, and never without its integer part.
 * Ties go away from zero. (Intl would not do: its first use holds up the first picture by some 50 ms.)
 *
 * @param {number} value
 * @param {number} [digits]
 */
export function number(value, digits = 3) {
  if (!Number.isFinite(value)) return value > 0 ? "without end" : "minus without end";
  const size = Math.abs(value);
  if (size === 0) return "0";
  const exponent = Number(size.toExponential().split("e")[1]);
  const places = Math.min(MOST_PLACES, Math.max(0, digits - 1 - exponent));
  const text = String(BigInt(Math.round(size * Number(`1e${places}`)))).padStart(places + 1, "0");
  const whole = text.slice(0, text.length - places).replace(/\B(?=(\d{3})+$)/g, ",");
  const fraction = text.slice(text.length - places).replace(/0+$/, "");
  const unsigned = fraction ? `${whole}.${fraction}` : whole;
  return value < 0 && unsigned !== "0" ? `−${unsigned}` : unsigned;
}

/**
 * A share as a percentage.
 *
 * @param {number} share
 */
export const percent = (share) => `${number(100 * share)}%`;

/** Digits of a number that somebody typed: all that they mean, and none of the dust of floating point. */
export const TYPED = 10;

/**
 * @param {{ low: number, high: number }} bounds
 */
export const between = ({ low, high }) => `a number between ${number(low, TYPED)} and ${number(high, TYPED)}`;

/**
 * @param {string} at A time in ISO 8601.
 */
export const minute = (at) => at.slice(0, 16).replace("T", " ");
