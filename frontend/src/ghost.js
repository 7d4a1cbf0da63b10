// A picture with a faint copy of itself below it, for what was there before.

const FAINT = 0.3;

/** What a copy leaves out: its names and its own opacity. */
const OWN = ["opacity", "strokeOpacity", "fillOpacity", "tooltip"];

/**
 * @param {Record<string, any>} layer
 * @returns {Record<string, any>[]} None where the layer is of other rows, of text, or not seen.
 */
function faint({ layer, mark, encoding = {}, data, params, name, ...rest }) {
  if (data && data.name !== "outcome") return [];
  const kept = Object.fromEntries(Object.entries(encoding).filter(([channel]) => !OWN.includes(channel)));
  if (layer) return [{ ...rest, encoding: kept, layer: layer.flatMap(faint) }];
  const own = mark.type ? mark : { type: mark };
  if (own.type === "text" || own.opacity === 0) return [];
  return [{ ...rest, encoding: kept, mark: { ...own, opacity: FAINT * (own.opacity ?? 1), tooltip: null } }];
}

/**
 * The same picture over the rows named "before", as faint lines below those of "outcome".
 *
 * @param {Record<string, any>} spec A layered picture.
 * @param {object[]} before The rows at first: without any, a scale has no ends.
 * @returns {Record<string, any>}
 */
export function ghosted(spec, before) {
  const below = { data: { name: "before" }, transform: spec.transform ?? [], layer: spec.layer.flatMap(faint) };
  return { ...spec, layer: [below, ...spec.layer], datasets: { before, ...spec.datasets } };
}
