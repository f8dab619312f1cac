import { ServiceException } from "../errors/service-exception.js";
import { is } from "../read.js";
import { WaiterError } from "./waiter-error.js";

/** What a waiter waits for, and how it learns of it. */
export interface WaiterDefinition {
  /** In snake case, as boto3 names waiters. */
  name: string;
  /** The operation that is called, in Pascal case. */
  operation: string;
  /** The member of its output that has a member `state`. */
  member: string;
  /** The state that is waited for. */
  success: string;
  /** A state after which that cannot come any more. */
  failure?: string;
  /** A state that the service reports by an error only: the error's name, and the state. */
  byError?: { error: string; state: string };
}

/** The longest delay that timers take, in milliseconds. */
export const LONGEST_DELAY = 2 ** 31 - 1;

/**
 * Calls the operation until the state is the expected one, and resolves to the output or error that says so.
 * @param pause waits for the next attempt; throws when there have been enough
 */
export async function poll(
  { name, member, success, failure, byError }: WaiterDefinition,
  call: () => Promise<unknown>,
  pause: (attempt: number, lastResponse: unknown) => Promise<void>,
): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    let lastResponse: unknown;
    let state: unknown;
    try {
      lastResponse = await call();
      state = (lastResponse as Record<string, { state?: unknown } | undefined>)[member]?.state;
    } catch (error) {
      lastResponse = error;
      if (byError && (error as Error | undefined)?.name === byError.error) state = byError.state;
      else if (!isServiceException(error)) throw error;
      else if (!error.$retryable) throw new WaiterError(name, `${error.name}: ${error.message}`, error);
    }
    if (state === success) return lastResponse;
    if (state !== undefined && state === failure) throw new WaiterError(name, `the state is ${state}`, lastResponse);
    await pause(attempt, lastResponse);
  }
}

const isServiceException = (value: unknown): value is ServiceException => is(value, ServiceException);
