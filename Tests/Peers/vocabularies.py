"""Takes the vocabularies out of a wheel: vocabularies.py WHEEL FOLDER. Nothing of the wheel is run."""

import hashlib
import pathlib
import sys
import zipfile

# As tiktoken names its downloads, by the SHA-1 of their address, and the SHA-256 that it expects.
FILES = {
    "cl100k_base": (
        "9b5ad71b2ce5302211f9c61530b329a4922fc6a4",
        "223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7",
    ),
    "o200k_base": (
        "fb374d419588a4632f3f557e76b4b70aebbca790",
        "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d",
    ),
}

wheel, folder = sys.argv[1], pathlib.Path(sys.argv[2])
found = {}
with zipfile.ZipFile(wheel) as archive:
    for name, (member, digest) in FILES.items():
        content = archive.read("litellm/litellm_core_utils/tokenizers/" + member)
        if hashlib.sha256(content).hexdigest() != digest:
            sys.exit(f"{name} in {wheel} is not the vocabulary that tiktoken expects")
        found[name] = content
folder.mkdir(parents=True, exist_ok=True)
for name, content in found.items():
    (folder / (name + ".tiktoken")).write_bytes(content)
