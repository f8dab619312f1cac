import type { Boto3Pages, Boto3Paginator, PagedInput } from "../pagination/boto3-paginator.js";
import type { PageableOperations } from "./pageable-operations.js";

/** What `getPaginator` returns. */
export interface OperationPaginator<Operation extends keyof PageableOperations>
  extends Boto3Paginator<PageableOperations[Operation]> {}

/** The operation's own input, and how to page. */
export type PaginatedInput<Operation extends keyof PageableOperations> = PagedInput<PageableOperations[Operation]>;

/** The pages of a listing. Each loop over them begins anew. */
export interface PageIterable<Operation extends keyof PageableOperations>
  extends Boto3Pages<PageableOperations[Operation]> {}
