// The search of a site: which sections a few words lead to, and what is shown of them.

/**
 * A section of a page.
 *
 * @typedef {object} Section
 * @property {string} page The page's title.
 * @property {string} file
 * @property {string} anchor
 * @property {string} heading
 * @property {string} text
 */

const EXCERPT = 170; // letters
const BEFORE = 60; // letters before the first word that was looked for

const plain = (/** @type {string} */ text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * @param {string} text
 * @returns {string[]}
 */
export const wordsOf = (text) => plain(text).match(/[\p{L}\p{N}_]+/gu) ?? [];

/**
 * Where in a text a word begins with these letters; -1 where none does.
 *
 * @param {string} text
 * @param {string} letters
 */
const starts = (text, letters) => text.search(new RegExp(`(?<![\\p{L}\\p{N}])${letters}`, "u"));

/**
 * How well a section fits: 0 where a word is missing. Every word must begin a word of the section; those in the
 * headings count most.
 *
 * @param {Section} section
 * @param {string[]} words
 */
export function rank({ page, file, heading, text }, words) {
  const heads = plain(`${page} ${heading}`);
  const body = plain(text);
  let points = 0;
  for (const word of words) {
    const inHeads = starts(heads, word) >= 0;
    const inBody = starts(body, word) >= 0;
    if (!inHeads && !inBody) return 0;
    points += (inHeads ? 5 : 0) + (inBody ? 1 : 0);
  }
  // Words that stand beside each other as they were typed, such as the halves of "break-even".
  const phrase = words.join(" ");
  const beside = (/** @type {string} */ place) =>
    words.length > 1 && ` ${wordsOf(place).join(" ")}`.includes(` ${phrase}`);
  points += (beside(heads) ? 10 : 0) + (beside(body) ? 4 : 0);
  return file.startsWith("reference") ? points / 4 : points; // the course comes before its code
}

/**
 * The sections that fit, the best first.
 *
 * @param {Section[]} sections
 * @param {string[]} words
 */
export const ranked = (sections, words) =>
  sections
    .map((section) => ({ section, points: rank(section, words) }))
    .filter(({ points }) => points)
    .sort((better, worse) => worse.points - better.points)
    .map(({ section }) => section);

/**
 * The words around the first one that was looked for, in pieces: every second piece is one of them. Marks are left
 * out of the search, so places may be off by a few.
 *
 * @param {string} text
 * @param {string[]} words
 */
export function excerpt(text, words) {
  const at = Math.max(0, starts(plain(text), words[0]));
  const from = at < BEFORE ? 0 : text.indexOf(" ", at - BEFORE) + 1;
  const pattern = new RegExp(`((?<![\\p{L}\\p{N}])(?:${words.join("|")})[\\p{L}\\p{N}]*)`, "giu");
  const pieces = text.slice(from, from + EXCERPT).split(pattern);
  if (from > 0) pieces[0] = `… ${pieces[0]}`;
  if (from + EXCERPT < text.length) pieces[pieces.length - 1] += " …";
  return pieces;
}
