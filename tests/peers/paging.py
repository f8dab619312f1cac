"""Plays listings by boto3: reads cases from a JSON file, prints the outcome of each as JSON.

A case is a listing in steps: each begins with the token that the step before ended with, as long as there is one.
"""

import json
import re
import sys
from datetime import timezone

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError, PaginationError, ParamValidationError


def plain(value):
    if hasattr(value, "astimezone"):
        return value.astimezone(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    raise TypeError(f"{value!r} is not JSON")


def outcome(play):
    try:
        return play()
    except ClientError as error:
        return {"error": error.response["Error"]["Code"]}
    except PaginationError:
        return {"error": "PaginationError"}
    except (ParamValidationError, ValueError, TypeError, OverflowError):
        return {"error": "ParamValidationError"}


def step(paginator, parameters, config):
    def pages():
        found = paginator.paginate(**parameters, PaginationConfig=config)
        seen = []
        for page in found:
            page.pop("ResponseMetadata")
            seen.append({"page": json.loads(json.dumps(page, default=plain)), "token": found.resume_token})
        return {"pages": seen, "token": found.resume_token}

    def full():
        return paginator.paginate(**parameters, PaginationConfig=config).build_full_result()

    return {"pages": outcome(pages), "full": outcome(full)}


def case(client, operation, given, configs, ahead):
    name = re.sub(r"\B([A-Z])", r"_\1", operation).lower()
    if ahead:
        token = getattr(client, name)(**given, maxResults=ahead).get("nextToken")
        given = {**given, **({"nextToken": token} if token else {})}
    paginator = client.get_paginator(name)
    steps = []
    token = None
    for config in configs:
        steps.append(step(paginator, given, {**config, "StartingToken": token} if token else config))
        token = steps[-1]["pages"].get("token")
        if not token:
            break
    return steps


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        task = json.load(file)
    client = boto3.client("ivs", config=Config(retries={"total_max_attempts": 1}), **task["client"])
    pageable = [name for name in dir(client) if name.startswith("list_") and client.can_paginate(name)]
    cases = [case(client, it["operation"], it["input"], it["configs"], it.get("ahead")) for it in task["cases"]]
    json.dump({"pageable": pageable, "cases": cases}, sys.stdout, default=plain)


main()
