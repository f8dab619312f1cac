"""Plays calls with boto3 or with the AWS CLI, which runs inside this process: one call per line of standard input, one result per line
of standard output, each as JSON.

A result is {"output": …}, {"error": {"code", "message"}} for what the service answers, {"refused": …} for what the client itself
refuses, or {"lost": …} where no answer came.
"""

import contextlib
import io
import json
import os
import re
import sys


class Boto3:
    """boto3's methods, as a program calls them."""

    def __init__(self, client):
        import boto3
        from botocore import exceptions, xform_name
        from botocore.config import Config

        config = Config(retries={"total_max_attempts": 1})
        self.client = boto3.client("ivs", config=config, **client)
        self.name, self.exceptions = xform_name, exceptions

    def call(self, operation, given):
        try:
            output = getattr(self.client, self.name(operation))(**given)
        except self.exceptions.ClientError as error:
            return {"error": {"code": error.response["Error"]["Code"], "message": error.response["Error"]["Message"]}}
        except self.exceptions.ParamValidationError as error:
            return {"refused": str(error)}
        except self.exceptions.HTTPClientError as error:
            return {"lost": str(error)}
        output.pop("ResponseMetadata")
        return {"output": output}

    def has(self, operation):
        return operation in self.client.meta.service_model.operation_names


class Cli:
    """`aws ivs …`: its arguments, what it prints, and its exit code."""

    def __init__(self, client):
        from awscli.botocore import xform_name
        from awscli.clidriver import create_clidriver

        os.environ["AWS_ACCESS_KEY_ID"] = client["aws_access_key_id"]
        os.environ["AWS_SECRET_ACCESS_KEY"] = client["aws_secret_access_key"]
        os.environ["AWS_MAX_ATTEMPTS"] = "1"
        self.common = ["--endpoint-url", client["endpoint_url"], "--region", client["region_name"], "--output", "json"]
        self.driver, self.create = None, create_clidriver
        self.name = xform_name

    def arguments(self, given):
        for member, value in given.items():
            option = "--" + self.name(member, "-")
            if value is True or value is False:
                yield option if value else "--no-" + option[2:]
            elif isinstance(value, str):
                yield option + "=" + value
            else:
                yield from (option, json.dumps(value))

    def call(self, operation, given):
        self.driver = self.driver or self.create()
        arguments = ["ivs", self.name(operation, "-"), *self.arguments(given), *self.common]
        if operation.startswith("List"):
            arguments.append("--no-paginate")
        printed, said = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(said):
            try:
                code = self.driver.main(arguments)
            except SystemExit as exit:
                code = exit.code
        if code == 0:
            return {"output": json.loads(printed.getvalue() or "{}")}
        message = said.getvalue().strip()
        told = r"An error occurred \((\w+)\) when calling the \w+ operation(?: \(reached max retries: 0\))?: (.*)"
        error = re.search(told, message, re.DOTALL)
        if error:
            return {"error": {"code": error[1], "message": error[2]}}
        if "Connection was closed" in message:
            return {"lost": message}
        if "Parameter validation failed" in message or "arguments are required" in message:
            return {"refused": message}
        raise RuntimeError(message)

    def has(self, operation):
        from awscli.botocore.session import get_session

        return operation in get_session().get_service_model("ivs").operation_names


def main():
    settings = json.loads(sys.stdin.readline())
    out = sys.stdout
    player = {"boto3": Boto3, "cli": Cli}[settings["player"]](settings["client"])
    print(json.dumps([name for name in settings["operations"] if player.has(name)]), file=out, flush=True)
    for line in sys.stdin:
        call = json.loads(line)
        result = player.call(call["operation"], call["input"])
        print(json.dumps(result, default=lambda value: value.isoformat()), file=out, flush=True)


main()
