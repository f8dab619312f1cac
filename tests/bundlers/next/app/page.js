// A client component: the program in a page, by the settings of the address's hash.
"use client";

import { useEffect, useState } from "react";
import { program } from "../program.js";

export default function Page() {
  const [result, setResult] = useState("");
  useEffect(() => {
    const settings = JSON.parse(decodeURIComponent(location.hash.slice(1)));
    program(settings)
      .catch((error) => ({ error: String(error) }))
      .then((found) => setResult(JSON.stringify(found)));
  }, []);
  return <main>{result}</main>;
}
