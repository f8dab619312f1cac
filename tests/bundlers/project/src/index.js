// The program in a page: its settings are the address's hash, its result is the text of the page's <main>.
import { program } from "./program.js";

const settings = JSON.parse(decodeURIComponent(location.hash.slice(1)));
program(settings)
  .catch((error) => ({ error: String(error) }))
  .then((result) => (document.querySelector("main").textContent = JSON.stringify(result)));
