"""Requests signed and URLs presigned by botocore's signers at a fixed time, and the headers that they leave unsigned, as JSON."""

import datetime
import json
import sys

import botocore.auth
from botocore.auth import S3SigV4QueryAuth, SigV4Auth, SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

ask = json.load(sys.stdin)
now = datetime.datetime.fromtimestamp(ask["now"], datetime.timezone.utc).replace(tzinfo=None)
botocore.auth.get_current_datetime = lambda *_, **__: now
credentials = Credentials(ask["accessKeyId"], ask["secretAccessKey"], ask["sessionToken"])


def presigned(url, service):
    request = AWSRequest(method="GET", url=url)
    signer = S3SigV4QueryAuth if service == "s3" else SigV4QueryAuth
    signer(credentials, service, ask["region"], expires=900).add_auth(request)
    return request.url


def signed(url, params, headers):
    """The value of `authorization`; `params` is the query, decoded."""
    request = AWSRequest(method="GET", url=url, headers=headers, params=[tuple(pair) for pair in params] or None)
    SigV4Auth(credentials, "service", ask["region"]).add_auth(request)
    return request.headers["Authorization"]


print(
    json.dumps(
        {
            "unsigned": botocore.auth.SIGNED_HEADERS_BLACKLIST,
            "presigned": [presigned(url, service) for url, service in ask["presign"]],
            "signed": [signed(case["url"], case["params"], case["headers"]) for case in ask["sign"]],
        }
    )
)
