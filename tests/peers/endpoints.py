"""Every region that botocore lists or would accept, by its partition, with its endpoint for each pair of options, as JSON."""

import itertools
import json
import re

from botocore.endpoint_provider import EndpointProvider
from botocore.loaders import Loader

loader = Loader()
partitions = loader.load_data("partitions")
provider = EndpointProvider(loader.load_service_model("ivs", "endpoint-rule-set-1"), partitions)


def regions(partition):
    """The listed regions, and some that only match the partition's expression."""
    yield from partition["regions"]
    expression = partition["regionRegex"]
    starts = re.fullmatch(r"\^(?:\(([a-z|]+)\))?([a-z\\(|)-]*?)\\w\+\\-\\d\+\$", expression)
    first, rest = starts.groups()
    for start in (first or "").split("|"):
        for place in ("north", "nowhere2", "x"):
            for number in (1, 9, 42):
                region = re.sub(r"[\\()]", "", start + rest) + f"{place}-{number}"
                assert re.match(expression, region), (expression, region)
                yield region


answers = []
for partition in partitions["partitions"]:
    outputs = partition["outputs"]
    # The client has no error for a partition without them.
    assert outputs["supportsFIPS"] and outputs["supportsDualStack"], partition["id"]
    for region in dict.fromkeys(regions(partition)):
        for fips, dual_stack in itertools.product((False, True), repeat=2):
            url = provider.resolve_endpoint(Region=region, UseFIPS=fips, UseDualStack=dual_stack).url
            answers.append([partition["id"], region, fips, dual_stack, url])
print(json.dumps(answers))
