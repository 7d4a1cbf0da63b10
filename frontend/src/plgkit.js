// The course's front end: explorers, questions and reveals, drawn the same in a notebook and on a plain page.
// A host is what differs between the two: where rows come from, where answers are kept.

const ANSWERED = "plgkit:answered";
const WAIT = 15000;
const HIDDEN = 100; // milliseconds in which a page that is seen has painted its next frame
const AXIS = 65; // about the height that an axis and its title take, in pixels

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

// Intl would do the same, but its first use holds up the first picture by some 50 ms.
function spoken(value, digits = 10) {
  const [whole, ...fraction] = String(Number(value.toPrecision(digits))).split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...fraction].join(".");
}

const numberBetween = ({ low, high }) => `a number between ${spoken(low)} and ${spoken(high)}`;

// A notebook loads this module once for each part: the count must be the page's, not the module's.
const fresh = (stem) => `plg-${stem}-${(globalThis.plgkitIds = (globalThis.plgkitIds ?? 0) + 1)}`;

// ---------------------------------------------------------------- hosts

function bytesOf(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

const unpacked = (gzip) => new Response(new Blob([gzip]).stream().pipeThrough(new DecompressionStream("gzip")));

async function libraryIn(gzip) {
  const module = new Blob([await unpacked(gzip).arrayBuffer()], { type: "text/javascript" });
  return (await import(URL.createObjectURL(module))).default;
}

function notebookHost(model) {
  const waiting = new Map();
  model.on("msg:custom", (message) => {
    const asked = waiting.get(message.id);
    if (!asked) return;
    asked.heard(message);
    if (message.done) waiting.delete(message.id);
  });
  const ask = (request, heard) =>
    new Promise((resolve) => {
      const id = fresh("ask");
      const silent = () => resolve({ refused: "The kernel does not answer. Run all cells again to wake it." });
      const late = setTimeout(silent, WAIT);
      const whole = {};
      waiting.set(id, {
        heard: (message) => {
          clearTimeout(late);
          heard?.(message);
          Object.assign(whole, message);
          if (message.done) resolve(whole);
        },
      });
      try {
        model.send({ ...request, id });
      } catch {
        silent();
      }
    });
  return {
    vega() {
      globalThis.plgkitVega ??= model.widget_manager
        .get_model(model.get("library"))
        .then((library) => libraryIn(library.get("gzip")));
      return globalThis.plgkitVega;
    },
    positions: (control, state, heard) =>
      ask({ want: "positions", control, state }, (message) => heard(new Map(message.cells ?? []))),
    exact: (state) => ask({ want: "exact", state }),
    keep: (given, question, value) => ask({ want: "keep", question: question.name, value }),
    takeHome: (given, notes) => ask({ want: "take home", notes }),
    kept: (given, question) => given.answers?.[question],
    rows: (given) => given.rows,
    journal: () => ask({ want: "journal" }),
  };
}

// A page has no kernel: the cells were computed beforehand, and answers stay in this browser. `asked` holds the
// page's questions by name.
function pageHost(page, asked) {
  const indexOf = (given, state) =>
    given.controls.reduce((cell, c) => cell * c.positions.length + nearest(c.positions, state[c.name]), 0);
  // The journal, one entry a line, as a notebook writes it: whoever collects answers reads both alike.
  const key = `plgkit:${page.dataset.answers}`;
  let forgotten = "";
  const journal = () => {
    try {
      return localStorage.getItem(key) ?? forgotten;
    } catch {
      return forgotten;
    }
  };
  const entry = (line) => {
    try {
      return [JSON.parse(line)];
    } catch {
      return [];
    }
  };
  const entries = () => journal().split("\n").flatMap(entry);
  // The first prediction stays; of other answers the last one counts.
  const stored = (question) => {
    const own = entries().filter(({ part }) => part === question);
    return (own.find(({ kind }) => kind === "prediction") ?? own.at(-1))?.value;
  };
  const said = (part, value) => {
    try {
      return inWords(asked.get(part), value);
    } catch {
      return String(value); // notes, or an answer to an earlier edition of the page
    }
  };
  return {
    // A page of its own holds the library; the pages of a site share a script, which runs after this one.
    vega() {
      const library = document.getElementById("plgkit-vega");
      const arrived = () => new Promise((resolve) => library.addEventListener("load", () => resolve(plgkitEmbed)));
      globalThis.plgkitVega ??= library.src ? arrived() : libraryIn(bytesOf(library.textContent.trim()));
      return globalThis.plgkitVega;
    },
    async positions(control, state, heard, given) {
      const { positions } = given.controls.find((c) => c.name === control);
      heard(new Map(positions.map((at, i) => [i, given.cells[indexOf(given, { ...state, [control]: at })]])));
    },
    async exact(state, given) {
      const snapped = Object.fromEntries(
        given.controls.map((c) => [c.name, c.positions[nearest(c.positions, state[c.name])]]),
      );
      const off = given.controls.some((c) => snapped[c.name] !== state[c.name]);
      const note = "This page holds certain values only; the nearest one is shown. The notebook computes any value.";
      return { cell: given.cells[indexOf(given, snapped)], state: snapped, note: off ? note : "" };
    },
    async keep(given, question, value) {
      const { name: part, kind, verdicts } = question;
      const { correct, misconception } = verdicts ? judge(question, value) : {};
      const at = new Date().toISOString().replace("Z", "+00:00");
      const line = JSON.stringify({ ...given.stamp, at, part, kind, value, correct, misconception });
      const whole = `${journal()}${line}\n`;
      try {
        localStorage.setItem(key, whole);
      } catch {
        forgotten = whole;
        return { saved: "This browser does not keep answers: download them before you close the page." };
      }
      return { saved: "Kept in this browser." };
    },
    async takeHome(given, notes) {
      const reply = await this.keep(given, { name: "notes", kind: "note" }, notes);
      window.print();
      return reply;
    },
    kept: (given, question) => stored(question),
    rows: (given) =>
      entries().map(({ at, part, kind, value, correct }) =>
        answerRow(given, minute(at), part, said(part, value), kind === "prediction" ? undefined : correct),
      ),
    journal: async () => ({ text: journal() }),
  };
}

function nearest(positions, value) {
  if (typeof value !== "number") return positions.indexOf(value);
  return positions.reduce((best, at, i) => (Math.abs(at - value) < Math.abs(positions[best] - value) ? i : best), 0);
}

// ---------------------------------------------------------------- pictures

const rowsOf = (columns) => {
  const names = Object.keys(columns);
  return (columns[names[0]] ?? []).map((_, i) => Object.fromEntries(names.map((name) => [name, columns[name][i]])));
};

// Resolves after the next frame is painted; a page that is hidden paints none.
const frame = () =>
  new Promise((painted) => {
    requestAnimationFrame(() => setTimeout(painted));
    setTimeout(painted, HIDDEN);
  });

// A Vega view that is kept: new rows are swapped into it, it is never drawn anew.
// One after the other, each in a task of its own: the first picture on a page is seen before the last is drawn.
// Until then its place is kept, so that what a reader has scrolled to does not move away.
function picture(host, box, spec, columns) {
  box.style.minHeight = `${spec.height + AXIS}px`;
  const drawn = (globalThis.plgkitDrawing ?? Promise.resolve()).then(() => draw(host, box, spec, columns));
  const seen = () => {
    box.style.minHeight = "";
    return frame();
  };
  globalThis.plgkitDrawing = drawn.then(seen, seen);
  return drawn;
}

async function draw(host, box, spec, columns) {
  const embed = await host.vega();
  const fitted = {
    ...spec,
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    datasets: { outcome: rowsOf(columns), ...spec.datasets },
    autosize: { type: "fit-x", contains: "padding" },
    width: Math.max(280, box.clientWidth || 640),
    config: { ...spec.config, aria: false },
  };
  const { view } = await embed(box, fitted, { actions: false, renderer: "svg", ast: false, mode: "vega-lite" });
  let width = fitted.width;
  new ResizeObserver(() => {
    const now = Math.max(280, box.clientWidth);
    if (box.clientWidth && Math.abs(now - width) > 1) view.width((width = now)).runAsync();
  }).observe(box);
  return { swap: (name, rows) => view.data(name, rows).runAsync() };
}

// A picture says which of its rows and columns a reader is shown, and under which headings.
function shownOf(rows, { headings, marks = [] } = {}) {
  if (!headings) return rows;
  const points = rows.filter((row) => !marks.length || marks.includes(row.mark));
  const whole = points.filter((row) => headings.every(([name]) => row[name] !== null));
  return whole.map((row) => Object.fromEntries(headings.map(([name, heading]) => [heading, row[name]])));
}

function table(rows) {
  const names = Object.keys(rows[0] ?? {});
  // Thousands have a comma, years have none.
  const inDigits = (value) => spoken(value, Number.isInteger(value) ? 15 : 5);
  const say = (value, name) => (typeof value === "number" && !/year$/.test(name) ? inDigits(value) : String(value ?? ""));
  return element(
    "table",
    {},
    element("thead", {}, element("tr", {}, ...names.map((name) => element("th", { scope: "col" }, name)))),
    element(
      "tbody",
      {},
      ...rows.map((row) => element("tr", {}, ...names.map((name) => element("td", { "data-label": name }, say(row[name], name))))),
    ),
  );
}

function tableDisclosure(spec, current) {
  const details = element("details", { class: "plg-table" }, element("summary", {}, "The numbers as a table"));
  const body = element("div", { class: "plg-scroll", tabindex: "0", role: "group", "aria-label": "Numbers" });
  details.append(body);
  const fill = () => details.open && body.replaceChildren(table(shownOf(current(), spec.usermeta?.table)));
  details.addEventListener("toggle", fill);
  return { details, fill };
}

// ---------------------------------------------------------------- explorer

const isShare = (control) => /^share\b/.test(control.unit);
const percent = (value) => `${spoken(100 * value, 3)}%`;

function controlRow(control, moved, typed, touched) {
  const id = fresh("control");
  const unit = control.unit ? ` (${control.unit})` : "";
  const label = element("label", { for: id, class: "plg-label", title: control.help }, control.label);
  if (unit) label.append(element("span", { class: "plg-unit" }, unit));
  const note = element("p", { class: "plg-note", role: "alert", id: `${id}-note` });
  if (control.kind === "choice" || control.kind === "flag") {
    const select = element("select", {
      id,
      onchange: () => moved(select.selectedIndex),
      onfocus: touched,
      onpointerenter: touched,
    });
    const words = control.kind === "flag" ? ["no", "yes"] : control.positions;
    select.append(...words.map((word) => element("option", {}, word)));
    const show = (value) => (select.selectedIndex = control.positions.indexOf(value));
    show(control.value);
    return { row: element("div", { class: "plg-control" }, label, select, note), show, note };
  }
  const last = control.positions.length - 1;
  const slider = element("input", {
    type: "range",
    id,
    min: 0,
    max: last,
    step: 1,
    oninput: () => moved(Number(slider.value)),
    onfocus: touched,
    onpointerenter: touched,
  });
  const box = element("input", {
    type: "number",
    step: "any",
    min: control.low,
    max: control.high,
    "aria-label": `${control.label}${unit}, exact value`,
    "aria-describedby": `${id}-note`,
    onchange: () => typed(box.value),
    onfocus: touched,
  });
  const reading = element("span", { class: "plg-reading", "aria-hidden": "true" });
  const show = (value) => {
    slider.value = nearest(control.positions, value);
    box.value = value;
    reading.textContent = isShare(control) ? `= ${percent(value)}` : "";
    slider.setAttribute("aria-valuetext", `${isShare(control) ? percent(value) : spoken(value)}${unit}`);
  };
  show(control.value);
  return { row: element("div", { class: "plg-control" }, label, slider, box, reading, note), show, note };
}

function explorer(root, host, given) {
  const state = Object.fromEntries(given.controls.map((c) => [c.name, c.value]));
  const start = { ...state };
  const held = new Map();
  let shown = given.cell;
  let due = 0;
  let view = null;
  let wanted = null;

  const sentence = element("p", { class: "plg-sentence", role: "status" }, shown.sentence);
  const headline = element("dl", { class: "plg-headline" });
  const figures = given.measures.map((label, i) => {
    const figure = element("dd", {}, shown.headline[i]);
    headline.append(element("div", {}, element("dt", {}, label), figure));
    return figure;
  });
  const canvas = element("div", { class: "plg-canvas", "aria-hidden": "true" });
  const chart = element("div", { class: "plg-chart", role: "img", "aria-label": shown.sentence }, canvas);
  const columns = () => ({ ...given.common, ...shown.columns });
  const numbers = tableDisclosure(given.spec, () => rowsOf(columns()));

  const paint = () => {
    due = 0;
    view?.swap("outcome", rowsOf(columns()));
    sentence.textContent = shown.sentence;
    chart.setAttribute("aria-label", shown.sentence);
    figures.forEach((figure, i) => (figure.textContent = shown.headline[i]));
    numbers.fill();
    root.removeAttribute("aria-busy");
  };
  const draw = (cell) => {
    shown = cell;
    due ||= requestAnimationFrame(paint);
  };
  const others = (name) => JSON.stringify([name, { ...state, [name]: null }]);
  const fetchPositions = (name) => {
    const key = others(name);
    if (held.has(key)) return held.get(key);
    const cells = new Map();
    held.set(key, cells);
    if (held.size > 16) held.delete(held.keys().next().value);
    const heard = (arrived) => {
      arrived.forEach((cell, index) => cells.set(index, cell));
      if (wanted?.key === key && cells.has(wanted.index)) draw(cells.get(wanted.index));
    };
    host.positions(name, { ...state }, heard, given).then((reply) => {
      if (!reply?.refused) return;
      held.delete(key);
      rows[name].note.textContent = reply.refused;
    });
    return cells;
  };
  const setTo = async (changes) => {
    wanted = null;
    root.setAttribute("aria-busy", "true");
    const asked = { ...state, ...changes };
    const reply = await host.exact(asked, given);
    root.removeAttribute("aria-busy");
    const [name] = Object.keys(changes);
    quiet();
    rows[name].note.textContent = reply.refused ?? reply.note ?? "";
    if (!reply.refused) Object.assign(state, reply.state ?? asked);
    for (const c of given.controls) rows[c.name].show(state[c.name]);
    if (reply.cell) draw(reply.cell);
  };
  const rows = {};
  const quiet = () => Object.values(rows).forEach(({ note }) => (note.textContent = ""));
  for (const control of given.controls) {
    const { name, positions } = control;
    const moved = (index) => {
      state[name] = positions[index];
      rows[name].show(state[name]);
      quiet();
      const key = others(name);
      const cells = fetchPositions(name);
      wanted = { key, index };
      if (cells.has(index)) draw(cells.get(index));
      else root.setAttribute("aria-busy", "true");
    };
    const typed = (text) => {
      if (text.trim() === "" || Number.isNaN(Number(text))) {
        rows[name].note.textContent = `${control.label}: give ${numberBetween(control)}.`;
        return rows[name].show(state[name]);
      }
      return setTo({ [name]: Number(text) });
    };
    rows[name] = controlRow(control, moved, typed, () => fetchPositions(name));
  }
  const reset = element("button", { type: "button", class: "plg-quiet", onclick: () => setTo({ ...start }) }, "Start values");

  root.append(
    element("div", { class: "plg-controls" }, ...given.controls.map((c) => rows[c.name].row)),
    headline,
    chart,
    sentence,
    element("div", { class: "plg-foot" }, numbers.details, reset),
  );
  return picture(host, canvas, given.spec, columns()).then((made) => {
    view = made;
    if (shown !== given.cell) paint();
  });
}

// ---------------------------------------------------------------- questions

// The judgement of an answer: the first verdict that it falls under. Verdicts are made by the lesson.
function judge(question, value) {
  return question.verdicts.find((verdict) => FORMS[question.form].fits(verdict, value));
}

const alike = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const within = (verdict, value) => verdict.low <= value && value <= verdict.high;
const places = (verdict) => verdict.cards.map((card) => card.pile);

const inWords = (question, value) => FORMS[question?.form]?.said(question, value) ?? String(value);
const filled = (question, text, value) => text.replaceAll("{given}", inWords(question, value));

// The situation and what helps stand in plain type around the question itself.
const ASKED = /^(?:(.*?[.!?)”])\s+)?((?:[^.!?]|\.(?=\d))*\?)(?:\s+(.*))?$/s;

function worded(text) {
  const [, before, ask, after] = text.match(ASKED) ?? [text, "", text, ""];
  const around = (part) => (part ? [element("span", { class: "plg-situation" }, part)] : []);
  return [...around(before), before ? ` ${ask}` : ask, ...(after ? [" ", ...around(after)] : [])];
}

// Each form of question: its inputs, how an answer is read from them and put back, and how it is judged.
// `read` gives undefined where the answer is not whole, and then `missing` says what to do.
const FORMS = {
  choice: {
    fits: (verdict, value) => verdict.option === value,
    said: (question, value) => question.options[value],
    draw(id, question) {
      const radios = question.order.map((i) => {
        const text = question.options[i];
        const radio = element("input", { type: "radio", name: id, value: i, id: `${id}-${i}` });
        const row = element("div", { class: "plg-option" }, radio, element("label", { for: radio.id }, text));
        return { radio, row };
      });
      const legend = element("legend", { id }, ...worded(question.ask));
      return {
        body: [element("fieldset", {}, legend, ...radios.map(({ row }) => row))],
        missing: "Choose one of the answers first.",
        read() {
          const chosen = radios.find(({ radio }) => radio.checked);
          return chosen && Number(chosen.radio.value);
        },
        show(value) {
          const chosen = radios.find(({ radio }) => Number(radio.value) === value);
          if (chosen) chosen.radio.checked = true;
        },
      };
    },
  },

  number: {
    fits: within,
    said: (question, value) => spoken(value),
    draw(id, question) {
      const box = element("input", { type: "number", step: "any", id: `${id}-box`, "aria-describedby": `${id}-unit` });
      const unit = element("span", { id: `${id}-unit`, class: "plg-unit" }, question.unit);
      return {
        body: [
          element("label", { id, for: box.id, class: "plg-ask" }, ...worded(question.ask)),
          element("div", { class: "plg-entry" }, box, unit),
        ],
        missing: `Give ${numberBetween(question)}.`,
        read() {
          const value = Number(box.value);
          return box.value.trim() !== "" && within(question, value) ? value : undefined;
        },
        show: (value) => (box.value = value),
      };
    },
  },

  ranking: {
    fits: (verdict, value) => alike(verdict.order, value),
    said: (question, value) => value.map((place) => question.items[place]).join(", "),
    draw(id, question) {
      let order = question.items.map((_, i) => i);
      let touched = false;
      const list = element("ol", { class: "plg-ranking", "aria-labelledby": id });
      const move = (from, to) => {
        touched = true;
        order.splice(to, 0, ...order.splice(from, 1));
        fill();
        const now = list.children[to].querySelectorAll("button");
        (now[to < from ? 0 : 1].disabled ? now[to < from ? 1 : 0] : now[to < from ? 0 : 1]).focus();
      };
      const step = (at, by, sign, word) => {
        const off = at + by < 0 || at + by >= order.length;
        const label = `${question.items[order[at]]}: ${word}`;
        const go = () => move(at, at + by);
        return element("button", { type: "button", class: "plg-quiet", disabled: off, "aria-label": label, onclick: go }, sign);
      };
      const fill = () =>
        list.replaceChildren(
          ...order.map((place, at) =>
            element("li", {}, element("span", {}, question.items[place]), step(at, -1, "↑", "up"), step(at, 1, "↓", "down")),
          ),
        );
      fill();
      const same = element("button", { type: "button", class: "plg-quiet", onclick: () => (touched = true) }, "I keep this order");
      return {
        body: [element("p", { id, class: "plg-ask" }, ...worded(question.ask)), list, same],
        missing: "Move the items with the arrows, or keep this order on purpose.",
        read: () => (touched ? [...order] : undefined),
        show(value) {
          order = [...value];
          touched = true;
          fill();
        },
      };
    },
  },

  drawing: {
    fits: (verdict, value) => within(verdict, value.at(-1)),
    said: (question, value) => spoken(value.at(-1), 3),
    draw(id, question) {
      const { at, top } = question;
      const [height, left, bottom] = [240, 62, 34];
      let width = 560;
      const heights = at.map(() => null);
      const x = (i) => left + ((width - left - 16) * (at[i] - at[0])) / (at.at(-1) - at[0]);
      const y = (value) => 14 + (height - bottom - 14) * (1 - value / top);
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      const node = (tag, attributes, text) => {
        const made = document.createElementNS(svg.namespaceURI, tag);
        for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
        if (text !== undefined) made.textContent = text;
        svg.append(made);
        return made;
      };
      svg.setAttribute("class", "plg-drawing");
      svg.setAttribute("role", "group");
      svg.setAttribute("aria-label", `${question.yTitle}, by ${question.xTitle}`);
      const rules = [0, 1, 2, 3, 4].map((k) => {
        const level = y((top * k) / 4);
        node("text", { x: left - 8, y: level + 4, "text-anchor": "end" }, spoken((top * k) / 4, 3));
        return node("line", { x1: left, y1: level, y2: level, class: "plg-grid" });
      });
      const labels = at.map((place) => node("text", { y: height - bottom + 18, "text-anchor": "middle" }, place));
      const title = node("text", { y: height - 2, "text-anchor": "end" }, question.xTitle);
      const line = node("polyline", { class: "plg-line" });
      const knots = at.map((place, i) => {
        const knot = node("circle", { r: 9, class: "plg-knot", tabindex: 0, role: "slider" });
        knot.setAttribute("aria-label", `${question.yTitle} at ${question.xTitle} ${place}`);
        knot.setAttribute("aria-valuemin", 0);
        knot.setAttribute("aria-valuemax", top);
        knot.addEventListener("keydown", (event) => {
          const by = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 10, PageDown: -10 }[event.key];
          if (!by || knot.getAttribute("aria-disabled")) return;
          event.preventDefault();
          set(i, (heights[i] ?? heights[i - 1] ?? 0) + (by * top) / 100);
        });
        return knot;
      });
      const show = () => {
        knots.forEach((knot, i) => {
          knot.setAttribute("cx", x(i));
          knot.setAttribute("cy", y(heights[i] ?? 0));
          knot.classList.toggle("plg-unset", heights[i] === null);
          knot.setAttribute("aria-valuenow", heights[i] ?? 0);
          knot.setAttribute("aria-valuetext", heights[i] === null ? "not drawn yet" : spoken(heights[i], 3));
        });
        const drawn = heights.flatMap((value, i) => (value === null ? [] : [`${x(i)},${y(value)}`]));
        line.setAttribute("points", drawn.join(" "));
      };
      // As wide as its place is: letters and points stay as large as they are, on a phone too.
      const fit = () => {
        width = Math.max(240, svg.clientWidth || width);
        svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
        for (const rule of rules) rule.setAttribute("x2", width - 16);
        labels.forEach((label, i) => label.setAttribute("x", x(i)));
        title.setAttribute("x", width - 16);
        show();
      };
      new ResizeObserver(fit).observe(svg);
      const set = (i, value) => {
        heights[i] = Math.min(top, Math.max(0, Number(value.toPrecision(4))));
        show();
      };
      let pressed = false;
      const follow = (event) => {
        if (!pressed || svg.querySelector("[aria-disabled]")) return;
        const box = svg.getBoundingClientRect();
        const px = ((event.clientX - box.left) / box.width) * width;
        const py = ((event.clientY - box.top) / box.height) * height;
        const i = at.reduce((best, _, k) => (Math.abs(x(k) - px) < Math.abs(x(best) - px) ? k : best), 0);
        set(i, top * (1 - (py - 14) / (height - bottom - 14)));
      };
      svg.addEventListener("pointerdown", (event) => {
        pressed = true;
        svg.setPointerCapture(event.pointerId);
        follow(event);
      });
      svg.addEventListener("pointermove", follow);
      svg.addEventListener("pointerup", () => (pressed = false));
      fit();
      const how = "Draw with the mouse or a finger, or move each point with Tab and the arrow keys.";
      return {
        body: [element("p", { id, class: "plg-ask" }, ...worded(question.ask)), element("p", { class: "plg-unit" }, how), svg],
        missing: "Draw the whole line: every point counts.",
        read: () => (heights.includes(null) ? undefined : [...heights]),
        show(value) {
          value.forEach((height_, i) => (heights[i] = height_));
          show();
        },
        lock: () => knots.forEach((knot) => knot.setAttribute("aria-disabled", "true")),
      };
    },
  },

  sorting: {
    fits: (verdict, value) => !verdict.all || alike(places(verdict), value),
    said(question, value) {
      const right = places(question.verdicts[0]).filter((pile, i) => pile === value[i]).length;
      return `${right} of ${value.length}`;
    },
    draw(id, question) {
      const cards = question.cards.map((text, i) => {
        const pile = element("select", { id: `${id}-${i}` }, element("option", { value: "" }, "…"));
        pile.append(...question.piles.map((name, k) => element("option", { value: k }, name)));
        const reason = element("p", { class: "plg-reason" });
        const card = element("li", {}, element("label", { for: pile.id }, text), pile, reason);
        return { card, pile, reason };
      });
      return {
        body: [
          element("p", { id, class: "plg-ask" }, ...worded(question.ask)),
          element("ol", { class: "plg-cards" }, ...cards.map(({ card }) => card)),
        ],
        missing: "Put every card on a pile first.",
        read: () => (cards.some(({ pile }) => pile.value === "") ? undefined : cards.map(({ pile }) => Number(pile.value))),
        show: (value) => value.forEach((pile, i) => (cards[i].pile.value = pile)),
        tell(verdict, value) {
          cards.forEach(({ reason }, i) => {
            const right = verdict.cards[i].pile === value[i];
            reason.dataset.correct = right;
            reason.textContent = `${right ? "✓" : "✗"} ${verdict.cards[i].reason}`;
          });
        },
      };
    },
  },
};

function questionForm(host, given, question) {
  const id = fresh("question");
  const locks = question.locks;
  const result = element("div", { class: "plg-result", role: "status" });
  const saved = element("p", { class: "plg-saved" });
  const button = element("button", { type: "submit" }, locks ? "Commit" : "Answer");
  const form = element("form", { class: `plg-question plg-form-${question.form}`, "aria-labelledby": id });
  const { body, missing, read, show, tell, lock } = FORMS[question.form].draw(id, question);
  (body.at(-1).classList?.contains("plg-entry") ? body.at(-1) : form).append(button);
  form.prepend(...body);
  form.append(result, saved);

  const respond = (value) => {
    if (locks) {
      form.querySelectorAll("input, button, select").forEach((input) => (input.disabled = true));
      lock?.();
      result.textContent = "Committed. It is compared with the answer further down.";
      return;
    }
    const verdict = judge(question, value);
    result.replaceChildren(
      element("strong", {}, verdict.correct ? "✓ Right. " : "✗ Not this. "),
      filled(question, verdict.text, value),
    );
    tell?.(verdict, value);
    result.dataset.correct = verdict.correct;
  };
  const before = host.kept(given, question.name);
  if (before !== undefined) {
    show(before);
    respond(before);
  }
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const value = read();
    if (value === undefined) {
      result.textContent = missing;
      return;
    }
    button.disabled = true;
    saved.textContent = "Saving …";
    const reply = await host.keep(given, question, value);
    button.disabled = false;
    saved.textContent = reply.refused ?? reply.saved;
    saved.dataset.refused = Boolean(reply.refused);
    if (reply.refused && locks) return;
    // A page that was loaded anew may not know what was committed before: the first prediction counts.
    const counts = reply.value ?? value;
    const kept = alike(counts, value);
    if (!kept) show(counts);
    respond(counts);
    if (!reply.refused) {
      const correct = locks ? undefined : judge(question, counts).correct;
      const detail = { lesson: given.lesson, question: question.name, value: counts, said: inWords(question, counts), correct, kept };
      document.dispatchEvent(new CustomEvent(ANSWERED, { detail }));
    }
  });
  return form;
}

function questions(root, host, given) {
  const many = given.questions.length > 1;
  for (const [i, question] of given.questions.entries()) {
    const form = questionForm(host, given, question);
    if (many) form.prepend(element("p", { class: "plg-count" }, `Question ${i + 1} of ${given.questions.length}`));
    root.append(form);
    root.append(...solutionOf(given, question));
  }
}

function solutionOf(given, question) {
  if (!question.solution) return [];
  const open = given.edition === "instructor";
  return [element("details", { class: "plg-solution", open }, element("summary", {}, "The answer"), question.solution)];
}

// A test: its questions are answered in any order, and nothing is told before it is finished.
function paper(root, host, given) {
  const status = element("p", { class: "plg-saved", role: "status" });
  const finish = element("button", { type: "submit" }, "Finish");
  const form = element("form");
  const places = given.questions.map((question, i) => {
    const { body, read, show } = FORMS[question.form].draw(fresh("question"), question);
    const result = element("div", { class: "plg-result" });
    const count = element("p", { class: "plg-count" }, `Question ${i + 1} of ${given.questions.length}`);
    const place = element("div", { class: "plg-question" }, count, ...body, result);
    // Kept unjudged: nothing may be told before the end.
    place.addEventListener("change", () => keep({ ...question, verdicts: undefined }, read()));
    const before = host.kept(given, question.name);
    if (before !== undefined) show(before);
    return { place, question, read, result };
  });
  const open = () => places.flatMap(({ read }, i) => (read() === undefined ? [i + 1] : []));
  const tell = (text) => (status.textContent = `${given.questions.length - open().length} of ${places.length} answered. ${text}`);
  const keep = async (question, value) => {
    finish.textContent = "Finish";
    const reply = await host.keep(given, question, value);
    status.dataset.refused = Boolean(reply.refused);
    tell(reply.refused ?? reply.saved);
    if (reply.refused) return false;
    const detail = { lesson: given.lesson, question: question.name, value, said: inWords(question, value) };
    document.dispatchEvent(new CustomEvent(ANSWERED, { detail }));
    return true;
  };
  const closed = () => {
    form.querySelectorAll("input, button").forEach((input) => (input.disabled = true));
    finish.remove();
    if (!given.questions[0].verdicts) return tell("Finished. What was right is told after the course, when you know more.");
    let sum = 0;
    for (const { question, read, result } of places) {
      const value = read();
      const verdict = value === undefined ? undefined : judge(question, value);
      const best = question.verdicts.find(({ correct }) => correct);
      const right = element("p", {}, element("em", {}, "Right: "), question.options[best.option], " ", best.text);
      const said = verdict ? (verdict.correct ? "✓ Right. " : "✗ Not this. ") : "Not answered.";
      result.replaceChildren(element("strong", {}, said), verdict?.text ?? "", ...(verdict?.correct ? [] : [right]));
      result.dataset.correct = Boolean(verdict?.correct);
      sum += Boolean(verdict?.correct);
    }
    tell(`Finished: ${sum} of ${places.length} right. Each question now says why.`);
  };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const left = open();
    if (left.length && finish.textContent === "Finish") {
      finish.textContent = "Finish all the same";
      return tell(`Still open: ${left.join(", ")}.`);
    }
    if (await keep({ name: given.end, kind: "note" }, places.length - left.length)) closed();
  });
  form.append(...places.flatMap(({ place, question }) => [place, ...solutionOf(given, question)]), finish, status);
  root.append(form);
  if (host.kept(given, given.end) === undefined) tell("");
  else closed();
}

// The model's answer, hidden until the reader has committed to one; theirs is then laid over it.
function reveal(root, host, given) {
  const first = element("p", { class: "plg-waiting" }, given.waiting);
  root.append(first);
  let opened = false;
  const open = async (value) => {
    if (opened) return;
    opened = true;
    const verdict = value === undefined ? null : judge(given.asked, value);
    const sentence = verdict ? filled(given.asked, verdict.text, value) : given.truth;
    const canvas = element("div", { class: "plg-canvas", "aria-hidden": "true" });
    const chart = element("div", { class: "plg-chart", role: "img", "aria-label": `${given.description} ${sentence}` }, canvas);
    const numbers = tableDisclosure(given.spec, () => rowsOf(given.columns));
    root.replaceChildren(
      element("p", { class: "plg-sentence", role: "status" }, sentence),
      chart,
      element("div", { class: "plg-foot" }, numbers.details),
    );
    const view = await picture(host, canvas, given.spec, given.columns);
    const overlays = {
      number: () => [{ prediction: value }],
      drawing: () => value.map((prediction, i) => ({ x: given.asked.at[i], prediction })),
    };
    const overlay = value !== undefined && overlays[given.asked.form]?.();
    if (overlay) view.swap("prediction", overlay);
  };
  document.addEventListener(ANSWERED, ({ detail }) => {
    if (detail.lesson === given.lesson && detail.question === given.asked.name) open(detail.value);
  });
  const before = host.kept(given, given.asked.name);
  if (before !== undefined) return open(before);
  if (given.skippable) {
    const skip = () => open(undefined);
    first.append(" ", element("button", { type: "button", class: "plg-quiet", onclick: skip }, "Show it without"));
  }
}

const minute = (at) => at.slice(0, 16).replace("T", " ");

function answerRow(given, when, question, said, correct) {
  return [when, given.labels[question] ?? question, said, correct === undefined ? "" : correct ? "yes" : "no"];
}

// What the reader answered so far, to look at and to take away.
function answers(root, host, given) {
  const list = element("div", { class: "plg-scroll", tabindex: "0", role: "group", "aria-label": "Your answers" });
  const refused = element("p", { class: "plg-note", role: "alert" });
  const save = async () => {
    const reply = await host.journal();
    refused.textContent = reply.refused ?? "";
    if (reply.refused) return;
    const href = URL.createObjectURL(new Blob([reply.text], { type: "application/jsonl" }));
    element("a", { href, download: given.file }).click();
    setTimeout(() => URL.revokeObjectURL(href), WAIT);
  };
  const button = element("button", { type: "button", class: "plg-quiet", onclick: save }, "Download my answers");
  const rows = [...host.rows(given)];
  const show = () => {
    const names = given.columns;
    const named = rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])));
    list.replaceChildren(rows.length ? table(named) : "No answer yet.");
  };
  document.addEventListener(ANSWERED, ({ detail }) => {
    if (detail.lesson !== given.lesson || detail.kept === false) return;
    rows.push(answerRow(given, minute(new Date().toISOString()), detail.question, detail.said, detail.correct));
    show();
  });
  show();
  root.append(list, element("p", {}, button), refused);
  for (const line of given.unreadable) root.append(element("p", { class: "plg-note" }, line));
}

// Notes, and a page of the lesson to take home. A page without a kernel is printed as it is.
function takehome(root, host, given) {
  const id = fresh("notes");
  const notes = element("textarea", { id, rows: 4, maxlength: given.longest });
  notes.value = host.kept(given, "notes") ?? given.notes;
  const saved = element("p", { class: "plg-saved", role: "status" });
  const links = element("p", {});
  const save = async () => {
    saved.textContent = "Saving …";
    const reply = await host.takeHome(given, notes.value);
    saved.textContent = reply.refused ?? reply.saved;
    saved.dataset.refused = Boolean(reply.refused);
    links.replaceChildren(
      ...(reply.files ?? []).flatMap(([name, content]) => {
        const href = URL.createObjectURL(new Blob([bytesOf(content)]));
        return [element("a", { class: "plg-download", href, download: name }, `Download ${name}`), " "];
      }),
    );
  };
  root.append(
    element("label", { for: id, class: "plg-ask" }, "My notes"),
    notes,
    element("p", {}, element("button", { type: "button", onclick: save }, "Save my page")),
    saved,
    links,
  );
}

// A picture that nothing moves.
function chart(root, host, given) {
  const canvas = element("div", { class: "plg-canvas", "aria-hidden": "true" });
  root.append(element("div", { class: "plg-chart", role: "img", "aria-label": given.title }, canvas));
  if (given.spec.usermeta?.table) {
    const [rows] = Object.values(given.spec.datasets);
    root.append(element("div", { class: "plg-foot" }, tableDisclosure(given.spec, () => rows).details));
  }
  return picture(host, canvas, given.spec, given.columns);
}

const KINDS = { explorer, questions, paper, reveal, answers, takehome, chart };

// JupyterLab and Notebook would take arrow keys and Enter for their own shortcuts. JupyterLab hears a key after the
// part it was pressed in; Notebook before, and it leaves alone only an element that bears this mark.
const typed = (event) => !event.ctrlKey && !event.metaKey && !(event.shiftKey && event.key === "Enter");

function guard() {
  const mark = (event) => {
    const { target } = event;
    if (target.closest?.(".plg")) target.toggleAttribute("data-lm-suppress-shortcuts", typed(event));
  };
  addEventListener("keydown", mark, true);
  return mark;
}

function mount(el, host, given) {
  const root = element("div", { class: `plg plg-${given.kind}`, role: "group", "aria-label": given.title });
  globalThis.plgkitKeys ??= guard();
  root.addEventListener("keydown", (event) => typed(event) && event.stopPropagation());
  el.append(root);
  return KINDS[given.kind](root, host, given);
}

// What takes long to read is stored compressed.
async function storedAt(place) {
  const { type, textContent } = place.querySelector("script");
  return type === "application/json" ? JSON.parse(textContent) : unpacked(bytesOf(textContent)).json();
}

export async function mountPage(page = document.body) {
  const asked = new Map();
  const host = pageHost(page, asked);
  host.vega(); // it arrives while the parts are laid out
  const places = [...page.querySelectorAll(".plg-part")];
  const parts = await Promise.all(places.map(storedAt));
  for (const { questions } of parts) for (const question of questions ?? []) asked.set(question.name, question);
  places.forEach((place, i) => mount(place, host, { ...parts[i], skippable: true }));
  // Only now is the page as tall as it was when it was left, or as the one who linked into it saw it.
  addEventListener("scrollend", () => history.replaceState({ top: scrollY }, ""));
  if (history.state) scrollTo({ top: history.state.top, behavior: "instant" });
  else if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView({ behavior: "instant" });
}

export function render({ model, el }) {
  mount(el, notebookHost(model), model.get("given"));
}
