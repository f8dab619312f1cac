// @ts-check
// Polls every few seconds, but only while the page is visible, and not after an error.

/**
 * @param {object} how
 * @param {number} how.every ms between a response and the next poll
 * @param {(isCurrent: () => boolean) => Promise<void>} how.ask called with a function that returns whether its poll is still the latest one
 * @param {(error: unknown) => void} how.onError called once; polling stops until `start` is called again
 * @returns {{ start: () => void, stop: () => void }} `start` polls at once, also when it was polling already
 */
export function poller({ every, ask, onError }) {
  let running = false;
  // Counts polls and stops, so that a late response neither shows, schedules nor reports anything.
  let turn = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const round = async () => {
    clearTimeout(timer);
    const mine = ++turn;
    if (!running || document.hidden) return;
    const isCurrent = () => running && mine === turn;
    try {
      await ask(isCurrent);
      if (isCurrent()) timer = setTimeout(round, every);
    } catch (error) {
      if (!isCurrent()) return;
      running = false;
      onError(error);
    }
  };
  document.addEventListener("visibilitychange", round);

  return {
    start() {
      running = true;
      void round();
    },
    stop() {
      running = false;
      clearTimeout(timer);
      turn += 1;
    },
  };
}
