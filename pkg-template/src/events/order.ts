import { invalid } from "../read.js";
import type { IvsEvent } from "./event.js";
import { type Moment, momentOf } from "./timestamp.js";

/**
 * Orders events by when they happened: for `events.sort(compareIvsEvents)`, which leaves those of one moment in the order in which they
 * came. The moment is `detail.event_time_precise` or `detail.event_time` where a stage's event has them, else `time`, which has whole
 * seconds: the start and the end of a short stream may tie. Compare events of one `stream_id` or `session_id`.
 *
 * @returns a negative number if `a` happened first, a positive one if `b` did, or 0
 * @throws {ParamValidationError} if an event that {@link parseIvsEvent} did not check has no timestamp
 */
export function compareIvsEvents(a: IvsEvent, b: IvsEvent): number {
  const [first, second] = [happened(a), happened(b)];
  if (first.seconds !== second.seconds) return first.seconds - second.seconds;
  return Number(first.fraction > second.fraction) - Number(first.fraction < second.fraction);
}

function happened(event: IvsEvent): Moment {
  const { time, detail } = (event ?? {}) as Partial<IvsEvent>;
  const { event_time_precise, event_time } = (detail ?? {}) as Record<string, unknown>;
  const moment = momentOf(event_time_precise) ?? momentOf(event_time) ?? momentOf(time);
  if (!moment) throw invalid("event.time", "expected a timestamp such as 2026-11-28T10:00:00Z");
  return moment;
}
