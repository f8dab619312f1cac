/** What was asked of the simulation, not of the API, cannot be done. */
export class LocalError extends Error {
  override readonly name = "LocalError";

  /**
   * @param code why, for a program, such as `UnknownStreamKey`
   * @param message why, for people
   */
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
