"""What boto3 makes of calls that the service refuses. Prints code, message and status of each as JSON."""

import json
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

given = json.load(sys.stdin)
config = Config(retries={"total_max_attempts": 1}, parameter_validation=False)
client = boto3.client("ivs", config=config, **given["client"])


def outcome(call):
    try:
        client._make_api_call(call["operation"], call["input"])
    except ClientError as error:
        modelled = getattr(client.exceptions, error.response["Error"]["Code"], None)
        return {
            "code": error.response["Error"]["Code"],
            "message": error.response["Error"]["Message"],
            "exceptionMessage": error.response.get("exceptionMessage"),
            "status": error.response["ResponseMetadata"]["HTTPStatusCode"],
            "isModelled": modelled is not None and isinstance(error, modelled),
        }
    return None


json.dump([outcome(call) for call in given["calls"]], sys.stdout)
