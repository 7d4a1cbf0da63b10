// The presenting view of a lesson's page: one part at a time, in large type, with the class's time for it.

const CLICKER = { PageDown: 1, PageUp: -1 };
const ARROWS = { ArrowRight: 1, ArrowLeft: -1, " ": 1 };
// Where arrows and the space bar have a meaning of their own.
const OWN_KEYS = "input, select, textarea, button, summary, a, [role=slider]";
const LARGEST = 2;
const SMALLEST = 1.3;

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

// A part begins at a heading; a smaller heading begins a screen of its own within it.
function screensOf(main) {
  const screens = [];
  for (const cell of [...main.children]) {
    const heading = cell.querySelector(".text_cell_render > :is(h1, h2, h3):first-child");
    const title = heading?.firstChild.textContent;
    if (heading && heading.tagName !== "H3") screens.push({ part: title, title, cells: [] });
    else if (heading) screens.push({ part: screens.at(-1).part, title, cells: [] });
    screens.at(-1)?.cells.push(cell);
  }
  return screens;
}

function offerPresenting(page, minutes) {
  const main = page.querySelector("main");
  const screens = screensOf(main);
  const button = (label, act, key) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    if (key) made.setAttribute("aria-keyshortcuts", key);
    made.addEventListener("click", act);
    return made;
  };
  const start = button("Present", () => show(0), "");
  start.className = "plg-present";
  main.prepend(start);

  const spent = {};
  let at = null;
  let began = 0;
  let ticking = 0;
  const where = document.createElement("span");
  where.setAttribute("role", "status");
  const time = document.createElement("span");
  time.className = "plg-present-time";
  time.setAttribute("role", "timer");
  const bar = document.createElement("nav");
  bar.className = "plg-present-bar";
  bar.setAttribute("aria-label", "Presenting");
  const back = button("← Back", () => show(at - 1), "PageUp");
  const next = button("Next →", () => show(at + 1), "PageDown");
  const whole = button("Full screen", () => (document.fullscreenElement ? document.exitFullscreen() : page.requestFullscreen()));
  bar.append(back, where, time, whole, button("Leave", leave, "Escape"), next);

  function tick() {
    const { part } = screens[at];
    const seconds = (spent[part] ?? 0) + (performance.now() - began) / 1000;
    const given = minutes[part];
    const over = given && seconds > 60 * given;
    time.textContent = given ? `${clock(seconds)} of ${given} min${over ? ", over time" : ""}` : clock(seconds);
    time.classList.toggle("plg-over", Boolean(over));
  }

  function stopClock() {
    clearInterval(ticking);
    if (at === null) return;
    const { part } = screens[at];
    spent[part] = (spent[part] ?? 0) + (performance.now() - began) / 1000;
  }

  // The largest type in which the screen is seen whole; what is longer is scrolled.
  function fit() {
    if (at === null) return;
    const room = window.innerHeight - bar.offsetHeight;
    const widest = window.innerWidth / 800;
    let zoom = Math.max(1, Math.min(LARGEST, widest));
    for (; zoom > SMALLEST; zoom -= 0.1) {
      main.style.zoom = zoom;
      if (main.getBoundingClientRect().height <= room) break;
    }
    main.style.zoom = zoom;
  }

  function show(index) {
    if (index < 0 || index >= screens.length) return;
    if (at === null) {
      page.classList.add("plg-presenting");
      page.append(bar);
      main.querySelectorAll("details[open]").forEach((answer) => answer.removeAttribute("open"));
      window.addEventListener("resize", fit);
      document.addEventListener("keydown", keys, true);
    }
    stopClock();
    at = index;
    screens.forEach(({ cells }, i) => cells.forEach((cell) => (cell.hidden = i !== at)));
    const { part, title } = screens[at];
    where.textContent = `${at + 1} of ${screens.length} · ${title === part ? part : `${part}: ${title}`}`;
    back.disabled = at === 0;
    next.disabled = at === screens.length - 1;
    began = performance.now();
    ticking = setInterval(tick, 1000);
    tick();
    window.scrollTo(0, 0);
    fit();
  }

  function leave() {
    stopClock();
    const first = screens[at].cells[0];
    at = null;
    page.classList.remove("plg-presenting");
    bar.remove();
    main.style.zoom = "";
    main.querySelectorAll("details.plg-instructor").forEach((plan) => plan.setAttribute("open", ""));
    screens.forEach(({ cells }) => cells.forEach((cell) => (cell.hidden = false)));
    window.removeEventListener("resize", fit);
    document.removeEventListener("keydown", keys, true);
    first.scrollIntoView();
    start.focus({ preventScroll: true });
  }

  function keys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && !document.fullscreenElement) return leave();
    const by = CLICKER[event.key] ?? (event.target.closest(OWN_KEYS) ? 0 : ARROWS[event.key]);
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    show(at + by);
  }
}

offerPresenting(document.body, JSON.parse(document.getElementById("plgkit-minutes").textContent));
