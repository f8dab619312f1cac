// @ts-check
// The connect form. What is entered is kept in the Connection that it makes, and nowhere else.

import { Connection } from "./connection.js";
import { explain } from "./errors.js";
import { findLocal, isLocal } from "./local.js";
import { byId, clearProblem, showProblem, whileBusy } from "./view.js";

/**
 * @typedef {import("ivs-wasm").ListChannelsCommandOutput} ChannelsPage
 *
 * @param {object} how
 * @param {(line: import("./connection.js").RequestLine) => void} how.log
 * @param {number} how.pageSize
 * @param {(connection: Connection, firstPage: ChannelsPage) => void} how.onConnected
 * @returns {{ show: () => void }}
 */
export function connectPanel({ log, pageSize, onConnected }) {
  const section = byId("connect", HTMLElement);
  const form = byId("connect-form", HTMLFormElement);
  const localNotice = byId("local-notice", HTMLElement);
  const notice = byId("connect-notice", HTMLElement);
  const region = byId("region", HTMLInputElement);
  const endpoint = byId("endpoint", HTMLInputElement);
  const accessKeyId = byId("access-key-id", HTMLInputElement);
  const secretAccessKey = byId("secret-access-key", HTMLInputElement);
  const sessionToken = byId("session-token", HTMLInputElement);

  const forget = () => {
    for (const input of [accessKeyId, secretAccessKey, sessionToken]) {
      input.value = "";
      input.removeAttribute("aria-invalid");
    }
  };

  /** @param {import("./connection.js").Settings} settings */
  const connect = async (settings) => {
    const connection = new Connection(settings, log);
    const firstPage = await connection.call("listChannels", { maxResults: pageSize });
    forget();
    section.hidden = true;
    onConnected(connection, firstPage);
  };

  byId("use-local", HTMLButtonElement).addEventListener("click", (event) =>
    whileBusy(/** @type {HTMLButtonElement} */ (event.currentTarget), async () => {
      clearProblem(localNotice, notice);
      try {
        const { endpoint: address, region: place, ...credentials } = await findLocal();
        await connect({ region: place, endpoint: address, credentials, local: true });
      } catch (error) {
        showProblem(localNotice, explain(error, { doing: "connect to ivs-local", local: true, place: "ivs-local" }));
      }
    }),
  );

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void whileBusy(byId("connect-submit", HTMLButtonElement), async () => {
      clearProblem(localNotice, notice);
      const missing = [region, accessKeyId, secretAccessKey].find((input) => input.value.trim() === "");
      for (const input of [region, accessKeyId, secretAccessKey]) {
        input.setAttribute("aria-invalid", String(input.value.trim() === ""));
      }
      if (missing) {
        const what = "Region, access key ID and secret access key are needed.";
        showProblem(notice, { what, items: [], remedy: "", details: "" });
        missing.focus();
        return;
      }
      const address = endpoint.value.trim() || undefined;
      const place = address ?? `IVS in ${region.value.trim()}`;
      const local = address !== undefined && (await isLocal(address));
      try {
        await connect({
          region: region.value.trim(),
          endpoint: address,
          credentials: {
            accessKeyId: accessKeyId.value.trim(),
            secretAccessKey: secretAccessKey.value.trim(),
            ...(sessionToken.value.trim() ? { sessionToken: sessionToken.value.trim() } : {}),
          },
          local,
        });
      } catch (error) {
        showProblem(notice, explain(error, { doing: "list the channels", local, place }));
      }
    });
  });

  return {
    show() {
      forget();
      clearProblem(localNotice, notice);
      section.hidden = false;
    },
  };
}
