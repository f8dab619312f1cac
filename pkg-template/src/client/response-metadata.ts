/** How a call went. */
export interface ResponseMetadata {
  /** HTTP status of the last attempt. */
  httpStatusCode?: number;
  /** Id under which AWS support finds the request. */
  requestId?: string;
  /** How many times the request was sent. */
  attempts?: number;
  /** Milliseconds waited between attempts. */
  totalRetryDelay?: number;
  /** IVS gives none. Other services of AWS do, and code that reads it is written for them all. */
  extendedRequestId?: string;
  /** IVS gives none, as above. */
  cfId?: string;
}
