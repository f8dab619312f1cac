// @ts-check
// Asks again every few seconds, but only while somebody looks, and not after an error.

/**
 * @param {object} how
 * @param {number} how.every ms between an answer and the next question
 * @param {(isCurrent: () => boolean) => Promise<void>} how.ask told whether its question is still the latest one
 * @param {(error: unknown) => void} how.onError called once; polling stands still until `start` is called again
 * @returns {{ start: () => void, stop: () => void }} `start` asks at once, also when polling already
 */
export function poller({ every, ask, onError }) {
  let running = false;
  // Counts the questions and stops, so that an answer to an older one neither shows, schedules nor reports anything.
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
