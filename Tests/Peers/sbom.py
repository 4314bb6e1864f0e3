"""Judges what Scripts/sbom.py printed by the rules of SPDX 2.3: sbom.py FILE. Prints what is wrong."""

import sys

from spdx_tools.spdx.parser.parse_anything import parse_file
from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document

document = parse_file(sys.argv[1])
for finding in validate_full_spdx_document(document):
    print(finding.validation_message)
print(" ".join(sorted(package.name for package in document.packages)))
