"""What the package junitparser reads in the file that is named, as JSON."""

import json
import sys

import junitparser

suites = junitparser.JUnitXml.fromfile(sys.argv[1])
cases = [case for suite in suites for case in suite]
print(
    json.dumps(
        {
            "tests": suites.tests,
            "failures": suites.failures,
            "errors": suites.errors,
            "cases": [
                {
                    "name": case.name,
                    "class": case.classname,
                    "results": [[type(result).__name__, result.message, result.text] for result in case.result],
                }
                for case in cases
            ],
        }
    )
)
