// The program in Node: its settings are the argument, its result is printed.
import { program } from "./program.js";

program(JSON.parse(process.argv[2])).then((result) => console.log(JSON.stringify(result)));
