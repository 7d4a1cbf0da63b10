// Elements, made in one call.

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, any>} [attributes] One that begins with "on" is a listener; false and undefined are left out.
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/**
 * A button beside the main thing.
 *
 * @param {string} label
 * @param {() => void} onclick
 */
export const button = (label, onclick) => element("button", { type: "button", class: "plg-quiet", onclick }, label);

/**
 * An element of a drawing.
 *
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | number>} [attributes]
 * @returns {SVGElementTagNameMap[T]}
 */
export function svgElement(tag, attributes = {}) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}

/**
 * A line under a form that says what became of an answer.
 *
 * @param {HTMLElement} line
 * @param {import("./payloads.js").Reply} reply
 */
export function report(line, reply) {
  line.textContent = reply.refused ?? reply.saved ?? "";
  line.dataset.refused = String(Boolean(reply.refused));
}
