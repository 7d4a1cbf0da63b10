// The presenting view of a lesson's page: one part at a time, in large type, with the class's time for it.

import { element } from "./dom.js";
import { clock, screensOf } from "./screens.js";

/** @type {Record<string, number>} */
const CLICKER = { PageDown: 1, PageUp: -1 };
/** @type {Record<string, number>} */
const ARROWS = { ArrowRight: 1, ArrowLeft: -1, " ": 1 };
// Where arrows and the space bar have a meaning of their own.
const OWN_KEYS = "input, select, textarea, button, summary, a, [role=slider]";
const LARGEST = 2;
const SMALLEST = 1.3;

/**
 * @param {string} label
 * @param {() => void} onclick
 * @param {string} [keys]
 */
const button = (label, onclick, keys) =>
  element("button", { type: "button", onclick, "aria-keyshortcuts": keys }, label);

/**
 * @param {HTMLElement} page
 * @param {Record<string, number>} minutes The class's time for each part.
 */
function offerPresenting(page, minutes) {
  const main = /** @type {HTMLElement} */ (page.querySelector("main"));
  const screens = screensOf(main);
  const start = button("Present", () => show(0));
  start.className = "plg-present";
  main.prepend(start);

  /** @type {Record<string, number>} */
  const spent = {};
  let at = -1; // the screen that is shown
  let began = 0;
  let ticking = 0;
  const where = element("span", { role: "status" });
  const time = element("span", { class: "plg-present-time", role: "timer" });
  const back = button("← Back", () => show(at - 1), "PageUp");
  const next = button("Next →", () => show(at + 1), "PageDown");
  const whole = button("Full screen", () =>
    document.fullscreenElement ? document.exitFullscreen() : page.requestFullscreen(),
  );
  const bar = element("nav", { class: "plg-present-bar", "aria-label": "Presenting" });
  bar.append(back, where, time, whole, button("Leave", leave, "Escape"), next);

  const seconds = () => (spent[screens[at].part] ?? 0) + (performance.now() - began) / 1000;

  function tick() {
    const planned = minutes[screens[at].part];
    const over = Boolean(planned) && seconds() > 60 * planned;
    time.textContent = `${clock(seconds())}${planned ? ` of ${planned} min` : ""}${over ? ", over time" : ""}`;
    time.classList.toggle("plg-over", over);
  }

  function stopClock() {
    clearInterval(ticking);
    if (at >= 0) spent[screens[at].part] = seconds();
  }

  // The largest type in which the screen is seen whole; what is longer is scrolled.
  function fit() {
    const room = window.innerHeight - bar.offsetHeight;
    const widest = window.innerWidth / 800;
    let zoom = Math.max(1, Math.min(LARGEST, widest));
    for (; zoom > SMALLEST; zoom -= 0.1) {
      main.style.zoom = String(zoom);
      if (main.getBoundingClientRect().height <= room) break;
    }
    main.style.zoom = String(zoom);
  }

  function enter() {
    page.classList.add("plg-presenting");
    page.append(bar);
    for (const answer of main.querySelectorAll("details[open]")) answer.removeAttribute("open");
    window.addEventListener("resize", fit);
    document.addEventListener("keydown", keys, true);
  }

  /**
   * @param {number} index
   */
  function show(index) {
    if (index < 0 || index >= screens.length) return;
    if (at < 0) enter();
    stopClock();
    at = index;
    screens.forEach(({ cells }, i) => {
      for (const cell of cells) cell.hidden = i !== at;
    });
    const { part, title } = screens[at];
    where.textContent = `${at + 1} of ${screens.length} · ${title === part ? part : `${part}: ${title}`}`;
    back.disabled = at === 0;
    next.disabled = at === screens.length - 1;
    began = performance.now();
    ticking = window.setInterval(tick, 1000);
    tick();
    window.scrollTo(0, 0);
    fit();
  }

  function leave() {
    stopClock();
    const [first] = screens[at].cells;
    at = -1;
    page.classList.remove("plg-presenting");
    bar.remove();
    main.style.zoom = "";
    for (const plan of main.querySelectorAll("details.plg-instructor")) plan.setAttribute("open", "");
    for (const { cells } of screens) for (const cell of cells) cell.hidden = false;
    window.removeEventListener("resize", fit);
    document.removeEventListener("keydown", keys, true);
    first.scrollIntoView();
    start.focus({ preventScroll: true });
  }

  /**
   * @param {KeyboardEvent} event
   */
  function keys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && !document.fullscreenElement) return leave();
    const ownKeys = event.target instanceof Element && event.target.closest(OWN_KEYS);
    const by = CLICKER[event.key] ?? (ownKeys ? 0 : ARROWS[event.key]);
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    show(at + by);
  }
}

const minutes = /** @type {HTMLElement} */ (document.getElementById("plgkit-minutes"));
offerPresenting(document.body, JSON.parse(String(minutes.textContent)));
