// A route handler on Node.
import { program } from "../../program.js";

export async function GET(request) {
  return Response.json(await program(JSON.parse(new URL(request.url).searchParams.get("settings"))));
}
