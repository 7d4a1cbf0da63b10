// Search within the site: its index is a script, because a page opened from a file may fetch nothing.

(() => {
  const MOST = 12;
  const form = document.querySelector(".site-search");
  const box = form.querySelector("input");
  const found = form.querySelector(".site-found");
  const status = found.querySelector("p");
  const list = found.querySelector("ol");
  let arrived = null;

  function index() {
    arrived ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = "search.js";
      script.onload = () => resolve(globalThis.plgkitSections);
      script.onerror = reject;
      document.head.append(script);
    });
    return arrived;
  }

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const wordsOf = (text) => plain(text).match(/[\p{L}\p{N}_]+/gu) ?? [];
  const starts = (text, word) => text.search(new RegExp(`(?<![\\p{L}\\p{N}])${word}`, "u"));

  // Every word must begin a word of the section; those in the headings count most.
  function rank({ page, file, heading, text }, words) {
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
    const beside = (one) => words.length > 1 && ` ${wordsOf(one).join(" ")}`.includes(` ${phrase}`);
    points += (beside(heads) ? 10 : 0) + (beside(body) ? 4 : 0);
    return file.startsWith("reference") ? points / 4 : points; // the course comes before its code
  }

  // The words around the first one found. Marks are left out of the search, so places may be off by a few.
  function excerpt(text, words) {
    const at = Math.max(0, starts(plain(text), words[0]));
    const from = at < 60 ? 0 : text.indexOf(" ", at - 60) + 1;
    const shown = text.slice(from, from + 170);
    const line = document.createElement("span");
    const pattern = new RegExp(`((?<![\\p{L}\\p{N}])(?:${words.join("|")})[\\p{L}\\p{N}]*)`, "giu");
    shown.split(pattern).forEach((piece, i) => {
      if (i % 2 === 0) return line.append(piece);
      const mark = document.createElement("mark");
      mark.textContent = piece;
      line.append(mark);
    });
    line.prepend(from > 0 ? "… " : "");
    line.append(from + 170 < text.length ? " …" : "");
    return line;
  }

  function entry({ page, file, anchor, heading, text }, words) {
    const link = document.createElement("a");
    link.href = anchor ? `${file}#${encodeURIComponent(anchor)}` : file;
    const title = document.createElement("strong");
    title.textContent = heading === page ? page : `${page}: ${heading}`;
    link.append(title, excerpt(text, words));
    link.addEventListener("click", close);
    const item = document.createElement("li");
    item.append(link);
    return item;
  }

  function close() {
    found.hidden = true;
  }

  async function search() {
    const words = wordsOf(box.value);
    if (!words.length) return close();
    const sections = await index();
    if (words.join() !== wordsOf(box.value).join()) return;
    const ranked = sections.map((section) => [rank(section, words), section]).filter(([points]) => points);
    ranked.sort(([one], [other]) => other - one);
    list.replaceChildren(...ranked.slice(0, MOST).map(([, section]) => entry(section, words)));
    const count = ranked.length === 1 ? "1 place" : `${ranked.length} places`;
    const all = ranked.length > MOST ? `${count}, the first ${MOST} shown` : count;
    status.textContent = ranked.length ? all : "Not found. Every word must occur; try fewer, or the beginning of one.";
    found.hidden = false;
  }

  form.hidden = false;
  box.addEventListener("focus", index);
  box.addEventListener("input", search);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await search();
    list.querySelector("a")?.click();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || found.hidden) return;
    close();
    box.focus();
  });
  document.addEventListener("pointerdown", (event) => form.contains(event.target) || close());
  form.addEventListener("focusout", (event) => event.relatedTarget && !form.contains(event.relatedTarget) && close());
})();
