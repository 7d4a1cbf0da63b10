// What a part starts beyond its own elements, it starts here, and it ends with the part.

/** @import { Live } from "./shared.js" */

import { shared } from "./shared.js";

export class Lifetime {
  ended = false;
  /** @type {() => void} */
  #over = () => {};
  /** Resolves when the part has ended: what was under way then may never come to an end of its own. */
  over = new Promise((/** @type {(value?: undefined) => void} */ resolve) => {
    this.#over = resolve;
  });
  /** @type {Set<() => void>} */
  #ends = new Set();

  /**
   * Counts something that was started.
   *
   * @param {Live} kind
   * @param {() => void} stop Stops it.
   * @returns {() => void} Ends it before the part does.
   */
  begin(kind, stop) {
    if (this.ended) {
      stop();
      return () => {};
    }
    shared.live[kind] += 1;
    const end = () => {
      if (!this.#ends.delete(end)) return;
      shared.live[kind] -= 1;
      stop();
    };
    this.#ends.add(end);
    return end;
  }

  /**
   * @param {EventTarget} target
   * @param {string} type
   * @param {(event: any) => void} listener
   */
  listen(target, type, listener) {
    target.addEventListener(type, listener);
    return this.begin("listeners", () => target.removeEventListener(type, listener));
  }

  /**
   * Calls `changed` whenever an element has another size.
   *
   * @param {Element} element
   * @param {() => void} changed
   */
  resized(element, changed) {
    const observer = new ResizeObserver(changed);
    observer.observe(element);
    return this.begin("observers", () => observer.disconnect());
  }

  /**
   * @param {number} milliseconds
   * @param {() => void} act
   */
  later(milliseconds, act) {
    const timer = setTimeout(() => {
      end();
      act();
    }, milliseconds);
    const end = this.begin("timers", () => clearTimeout(timer));
    return end;
  }

  /**
   * An address of some content, to be downloaded.
   *
   * @param {Blob} blob
   * @returns {{ href: string, end: () => void }}
   */
  url(blob) {
    const href = URL.createObjectURL(blob);
    return { href, end: this.begin("urls", () => URL.revokeObjectURL(href)) };
  }

  end() {
    this.ended = true;
    this.#over();
    for (const end of [...this.#ends]) end();
  }
}
