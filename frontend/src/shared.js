// The one global name of the front end: `plgkitShared`, what all its scripts on a page have in common.
// A notebook loads the front end anew for each part, so what the page has once can be kept in no module.

/** @import { Embed, Engine } from "./types.js" */

/**
 * @typedef {"guards" | "listeners" | "observers" | "timers" | "urls" | "views"} Live
 *
 * @typedef {object} Shared
 * @property {number} ids How many names were given to elements and requests.
 * @property {Record<Live, number>} live How many of each parts have started and not ended (see lifetime.js).
 * @property {Promise<unknown>} drawing Settles when every picture asked for so far is drawn.
 * @property {Promise<Embed>} [vega] The chart library; asked for by the first picture.
 * @property {Embed} [embed] The chart library on a site, whose pages load it as a script of its own.
 * @property {Map<string, Promise<Engine>>} [engines] What runs the models, by what tells one version of them from another.
 * @property {string} [python] The interpreter with the models on a site, whose pages load it as a script of its own.
 * @property {() => void} [unguard] Stops marking elements whose keys are their own (see keys.js).
 * @property {any[]} [sections] The index that a site is searched in.
 */

const scope = /** @type {any} */ (globalThis);
scope.plgkitShared ??= {};

/** @type {Shared} */
export const shared = scope.plgkitShared;
shared.ids ??= 0;
shared.live ??= { guards: 0, listeners: 0, observers: 0, timers: 0, urls: 0, views: 0 };
shared.drawing ??= Promise.resolve();

/**
 * A name that nothing else on the page has.
 *
 * @param {string} stem
 */
export function fresh(stem) {
  shared.ids += 1;
  return `plg-${stem}-${shared.ids}`;
}
