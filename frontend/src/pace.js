/**
 * Does something at once, and what is asked for again within a frame at its end, once.
 *
 * @param {() => void} act
 */
export function perFrame(act) {
  let frame = 0;
  let late = false;
  return {
    run() {
      late = Boolean(frame);
      if (late) return;
      act();
      frame = requestAnimationFrame(() => {
        frame = 0;
        if (late) act();
        late = false;
      });
    },
    /** Whether it will be done again at the end of this frame. */
    late: () => late,
  };
}
