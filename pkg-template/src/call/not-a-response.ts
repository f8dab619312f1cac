import { NetworkError } from "../errors/client-errors.js";

/** What came is no response that can be used, and another attempt would get no better one. */
export class NotAResponse extends NetworkError {
  constructor(why: string) {
    super(`the response cannot be used: it ${why}`);
  }
}
