// A server component, rendered by Node for each request.
import { program } from "../../program.js";

export default async function Page({ searchParams }) {
  const { settings } = await searchParams;
  return <main>{JSON.stringify(await program(JSON.parse(settings)))}</main>;
}
