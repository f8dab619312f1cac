import type { PresignOptions, RequestToSign, SignedRequest, SignOptions } from "./signing/sign-options.js";

/** Signs a request to any AWS service in its headers. */
export declare function signRequest(request: RequestToSign, options: SignOptions): Promise<SignedRequest>;

/** Signs a request to any AWS service in its query and resolves to the URL. */
export declare function presignRequest(request: RequestToSign, options: PresignOptions): Promise<string>;
