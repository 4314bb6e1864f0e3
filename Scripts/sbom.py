"""Prints what the release programs are made of, as SPDX 2.3 in JSON.

usage: sbom.py FOLDER, with the programs in it. Versions and licences of the C libraries are those of
the packages that hold what was linked in; on other systems than Debian's, those of pkg-config.
"""

import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
# The description of pkg-config, the archive, what it is called, where it comes from, and its licence
# where no package says.
LIBRARIES = [
    ("libcmark", "libcmark.a", "libcmark", "https://github.com/commonmark/cmark", "BSD-2-Clause"),
    ("yaml-0.1", "libyaml.a", "libyaml", "https://github.com/yaml/libyaml", "MIT"),
    ("sqlite3", "libsqlite3.a", "SQLite", "https://www.sqlite.org", "blessing"),
]
# What only one of the programs needs.
SWIFT = "Swift runtime and standard library"
LINKED = {"./turnbook": [SWIFT, "libcmark", "libyaml"], "./turn": [SWIFT, "SQLite"]}
# Debian's names of licences.
LICENCES = {
    "BSD-2-clause": "BSD-2-Clause",
    "BSD-3-clause": "BSD-3-Clause",
    "Expat": "MIT",
    "Apache-2.0": "Apache-2.0",
    # Debian calls it so; the sources say it in the words of a blessing.
    "public-domain": "blessing",
}


def output(*words):
    try:
        return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def version():
    text = (ROOT / "Sources/turnbook/Version.swift").read_text()
    return re.search(r'static let text = "(.*)"', text).group(1)


def digests(path):
    data = path.read_bytes()
    return [
        {"algorithm": "SHA1", "checksumValue": hashlib.sha1(data).hexdigest()},
        {"algorithm": "SHA256", "checksumValue": hashlib.sha256(data).hexdigest()},
    ]


def licence_of(package):
    """The licence of all files that no other paragraph is about."""
    path = pathlib.Path(f"/usr/share/doc/{package}/copyright")
    if not path.exists():
        return None
    for paragraph in path.read_text(errors="replace").split("\n\n"):
        if re.search(r"^Files:\s*\*\s*$", paragraph, re.M):
            name = re.search(r"^License:\s*(\S+)", paragraph, re.M)
            return LICENCES.get(name.group(1)) if name else None
    return None


def library(description, archive, name, home, fallback):
    folder = output("pkg-config", "--variable=libdir", description)
    path = os.path.join(folder, archive)
    owner = output("dpkg", "-S", path) or output("dpkg", "-S", os.path.realpath(path))
    package = owner.split(":")[0] if owner else None
    found = output("dpkg-query", "-W", "-f", "${Version}", package) if package else ""
    entry = {
        "name": name,
        "versionInfo": found or output("pkg-config", "--modversion", description) or "unknown",
        "licence": (licence_of(package) if package else None) or fallback,
        "home": home,
    }
    if package and found:
        system = "debian"
        for line in pathlib.Path("/etc/os-release").read_text().splitlines():
            if line.startswith("ID="):
                system = line[3:].strip('"')
        arch = output("dpkg", "--print-architecture")
        entry["purl"] = f"pkg:deb/{system}/{package}@{found}?arch={arch}"
    return entry


def swift():
    text = output(os.environ.get("SWIFT") or "swift", "--version")
    found = re.search(r"Swift version (\S+)", text)
    return {
        "name": SWIFT,
        "versionInfo": found.group(1) if found else "unknown",
        "licence": "Apache-2.0 WITH Swift-exception",
        "home": "https://www.swift.org",
    }


def identifier(name):
    return "SPDXRef-" + re.sub(r"[^A-Za-z0-9.]+", "-", name)


def package(entry):
    result = {
        "SPDXID": identifier(entry["name"]),
        "name": entry["name"],
        "versionInfo": entry["versionInfo"],
        "downloadLocation": "NOASSERTION",
        "homepage": entry["home"],
        "filesAnalyzed": False,
        "licenseConcluded": entry["licence"],
        "licenseDeclared": entry["licence"],
        "copyrightText": "NOASSERTION",
    }
    if "purl" in entry:
        result["externalRefs"] = [
            {
                "referenceCategory": "PACKAGE-MANAGER",
                "referenceType": "purl",
                "referenceLocator": entry["purl"],
            }
        ]
    return result


def document(folder):
    seconds = os.environ.get("SOURCE_DATE_EPOCH") or output(
        "git", "-C", str(ROOT), "log", "-1", "--format=%ct"
    )
    created = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(float(seconds or time.time())))
    files = []
    for name in ["turnbook", "turn"]:
        path = folder / name
        files.append(
            {
                "SPDXID": identifier("program-" + name),
                "fileName": "./" + name,
                "fileTypes": ["BINARY"],
                "checksums": digests(path),
                "licenseConcluded": "NOASSERTION",
                "licenseInfoInFiles": ["NOASSERTION"],
                "copyrightText": "NOASSERTION",
            }
        )
    own = version()
    # Two sets of programs that differ are two documents.
    digest = hashlib.sha256("".join(f["checksums"][1]["checksumValue"] for f in files).encode())
    sums = "".join(sorted(f["checksums"][0]["checksumValue"] for f in files)).encode()
    parts = [package(entry) for entry in [swift()] + [library(*row) for row in LIBRARIES]]
    licence = "MIT" if "MIT License" in (ROOT / "LICENSE").read_text() else "NOASSERTION"
    main = {
        "SPDXID": "SPDXRef-Turnbook",
        "name": "turnbook",
        "versionInfo": own,
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": True,
        "packageVerificationCode": {"packageVerificationCodeValue": hashlib.sha1(sums).hexdigest()},
        "licenseConcluded": licence,
        "licenseDeclared": licence,
        "copyrightText": "NOASSERTION",
        "primaryPackagePurpose": "APPLICATION",
    }
    relations = [("SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-Turnbook")]
    relations += [("SPDXRef-Turnbook", "CONTAINS", f["SPDXID"]) for f in files]
    for part in parts:
        for file in files:
            if part["name"] in LINKED[file["fileName"]]:
                relations.append((file["SPDXID"], "STATIC_LINK", part["SPDXID"]))
    return {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"turnbook-{own}",
        "documentNamespace": f"https://turnbook.invalid/spdx/turnbook-{own}-{digest.hexdigest()[:16]}",
        "creationInfo": {"created": created, "creators": ["Tool: turnbook-sbom"]},
        "packages": [main] + parts,
        "files": files,
        "relationships": [
            {"spdxElementId": a, "relationshipType": kind, "relatedSpdxElement": b}
            for a, kind, b in relations
        ],
    }


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: sbom.py FOLDER")
    print(json.dumps(document(pathlib.Path(sys.argv[1])), indent=2))


main()
