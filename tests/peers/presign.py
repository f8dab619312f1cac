"""Presigned URLs of every operation, made by boto3 at fixed times for inputs of every kind, as JSON.

Each case has two URLs. `url` is boto3's own. `amended` is what boto3 makes after two corrections, each of which only concerns how a value
is written into the query: a repeated parameter keeps all of its values, and booleans, structures and maps are JSON instead of what Python
prints. A list's items are repeated by botocore itself; an empty list, which it drops, is `[]`.
"""

import datetime
import json
import random
import sys

import boto3
import botocore.auth
from botocore import xform_name
from botocore.config import Config

ask = json.load(sys.stdin)
chance = random.Random(ask["seed"])
now = None
botocore.auth.get_current_datetime = lambda *_, **__: now

# None is an integer: JavaScript puts such keys first.
TEXTS = [
    "a", "a b", "a+b", "100%", "%41", "a/b:c", "é ü", "日本 🎥", "\"q\" \\ 'r'", "a&b=c;d", "-._~!*()", "\u2028\u0001\u007f\n\t\r", "{}", "[1",
    "arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh", "true", "null", "5.5",
]


def text(shape):
    value = chance.choice(TEXTS)
    return value + "x" * (shape.metadata.get("min", 0) - len(value))


def make(shape, least):
    """A value of the shape; with `least`, only its required members."""
    kind = shape.type_name
    if kind == "structure":
        names = [name for name in shape.members if name in shape.required_members or (not least and chance.random() < 0.7)]
        chance.shuffle(names)
        return {name: make(shape.members[name], least) for name in names}
    if kind == "list":
        count = max(shape.metadata.get("min", 0), 0 if least else chance.randint(0, 3))
        return [make(shape.member, least) for _ in range(count)]
    if kind == "map":
        return {text(shape.key): make(shape.value, least) for _ in range(0 if least else chance.randint(0, 3))}
    if kind == "boolean":
        return chance.random() < 0.5
    if kind in ("integer", "long"):
        low = shape.metadata.get("min", 0)
        return chance.choice([low, low + 1, 2**31 - 1])
    if kind == "timestamp":
        moment = datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc)
        return moment + datetime.timedelta(milliseconds=chance.choice([0, 7, 250, 86_399_999]))
    assert kind == "string", kind
    return text(shape)


def plain(value):
    """The value for JSON; a timestamp as `{"$date": milliseconds}`."""
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if isinstance(value, datetime.datetime):
        return {"$date": round(value.timestamp() * 1000)}
    return value


def written(value):
    if isinstance(value, list):
        return [written(item) for item in value] or "[]"
    if isinstance(value, (bool, dict)):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return value


def amended(make_url):
    body, parse = botocore.auth._get_body_as_dict, botocore.auth.parse_qs
    botocore.auth._get_body_as_dict = lambda request: {name: written(value) for name, value in body(request).items()}
    # The caller takes the first of each parameter's values.
    botocore.auth.parse_qs = lambda *args, **options: {name: [values] for name, values in parse(*args, **options).items()}
    try:
        return make_url()
    finally:
        botocore.auth._get_body_as_dict, botocore.auth.parse_qs = body, parse


def client(config):
    return boto3.client(
        "ivs",
        region_name=config["region"],
        endpoint_url=config.get("endpoint"),
        aws_access_key_id=config["credentials"]["accessKeyId"],
        aws_secret_access_key=config["credentials"]["secretAccessKey"],
        aws_session_token=config["credentials"].get("sessionToken"),
        config=Config(use_fips_endpoint=config.get("useFipsEndpoint"), use_dualstack_endpoint=config.get("useDualstackEndpoint")),
    )


clients = [client(config) for config in ask["configs"]]
model = clients[0].meta.service_model
inputs = [(case["operation"], case["params"]) for case in ask["inputs"]]
for operation in model.operation_names:
    shape = model.operation_model(operation).input_shape
    inputs += [(operation, make(shape, least)) for least in (True, *[False] * ask["rounds"])]

cases = []
for index, (operation, params) in enumerate(inputs):
    config = index % len(clients)
    expires_in = chance.choice([None, 1, 60, 604_800])
    method = chance.choice([None, None, "GET", "put"])
    seconds = chance.choice([0, 951_782_399, 1_767_323_045, 4_102_444_800])
    now = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=seconds)
    options = {"Params": params, "HttpMethod": method, **({} if expires_in is None else {"ExpiresIn": expires_in})}
    make_url = lambda: clients[config].generate_presigned_url(xform_name(operation), **options)
    cases.append(
        {
            "config": config,
            "operation": operation,
            "name": xform_name(operation),
            "params": plain(params),
            "expiresIn": expires_in,
            "httpMethod": method,
            "now": seconds * 1000,
            "url": make_url(),
            "amended": amended(make_url),
        }
    )
print(json.dumps(cases))
