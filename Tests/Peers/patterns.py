"""What jsonschema says of pattern files, for tests to compare with.

Reads {"schema", "files"}, all of them JSON texts, and writes what is wrong with each file: a list of
places and sentences.
"""

import json
import sys

import jsonschema

if __name__ == "__main__":
    given = json.load(sys.stdin)
    schema = json.loads(given["schema"])
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    json.dump(
        [
            [f"{error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(file))]
            for file in given["files"]
        ],
        sys.stdout,
    )
