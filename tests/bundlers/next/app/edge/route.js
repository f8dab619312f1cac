// A route handler on the edge runtime.
import { program } from "../../program.js";

export const runtime = "edge";

export async function GET(request) {
  return Response.json(await program(JSON.parse(new URL(request.url).searchParams.get("settings"))));
}
