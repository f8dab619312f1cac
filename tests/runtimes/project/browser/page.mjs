import * as ivs from "ivs-wasm";
import * as playback from "ivs-wasm/playback";
import { check } from "../check.mjs";

const WAYS = {
  page: (facts) => check(ivs, playback, facts),
  "module worker": (facts) =>
    new Promise((resolve, reject) => {
      const worker = new Worker("worker.mjs", { type: "module" });
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(facts);
    }),
  "service worker": async (facts) => {
    await navigator.serviceWorker.register("service.mjs", { type: "module" });
    const { active } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    active.postMessage(facts, [port2]);
    return new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)));
  },
};

for (const [way, run] of Object.entries(WAYS)) {
  const facts = await (await fetch(`/facts?${encodeURIComponent(way)}`)).json();
  const result = await run(facts).catch((error) => ({ error: `${error}\n${error.stack}` }));
  await fetch("/result", { method: "POST", body: JSON.stringify({ way, result }) });
}
