"""What the package jsonschema says of schemas of draft 2020-12, for tests to compare with.

Reads {"schemas": [text], "values": [text]} and writes a list with one row a schema: whether each value fits
it; an empty row for what is no schema.
"""

import json
import sys
from decimal import Decimal

import jsonschema


def load(text):
    # Numbers keep all of their digits, as in the grammar of JSON; a whole one is an int however it is spelled.
    def number(text):
        exact = Decimal(text)
        return int(exact) if exact == exact.to_integral_value() else exact

    return json.loads(text, parse_float=number)


def rows(schemas, values):
    for text in schemas:
        schema = load(text)
        try:
            jsonschema.Draft202012Validator.check_schema(json.loads(text))
        except jsonschema.SchemaError:
            yield []
            continue
        validator = jsonschema.Draft202012Validator(schema)
        # The package knows Python's numbers; a Decimal is one too.
        checker = validator.TYPE_CHECKER.redefine(
            "number",
            lambda _, value: isinstance(value, (int, float, Decimal)) and not isinstance(value, bool),
        )
        cls = jsonschema.validators.extend(jsonschema.Draft202012Validator, type_checker=checker)
        yield [cls(schema).is_valid(load(value)) for value in values]


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    json.dump(list(rows(asked["schemas"], asked["values"])), sys.stdout)
