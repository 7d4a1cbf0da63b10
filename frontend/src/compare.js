// Comparisons of answers.

/**
 * @param {unknown} answer
 * @param {unknown} other
 */
export const alike = (answer, other) => JSON.stringify(answer) === JSON.stringify(other);

/**
 * @param {{ low: number, high: number }} band
 * @param {number} value
 */
export const within = (band, value) => band.low <= value && value <= band.high;

/**
 * Whether a value is a list of whole numbers, each at least 0 and below `end`.
 *
 * @param {unknown} value
 * @param {number} length
 * @param {number} end
 * @returns {value is number[]}
 */
export const isPlaces = (value, length, end) =>
  Array.isArray(value) && value.length === length && value.every((at) => Number.isInteger(at) && at >= 0 && at < end);
