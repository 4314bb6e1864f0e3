"""What tiktoken makes of texts.

Reads {"vocabulary": path, "name": "o200k_base", "texts": [...]} and writes the tokens of each text.
"""

import base64
import json
import pathlib
import sys

import tiktoken
import tiktoken_ext.openai_public

question = json.load(sys.stdin)


def local(address, *rest, **named):
    """The ranks from the file that is there, in place of a download."""
    lines = pathlib.Path(question["vocabulary"]).read_bytes().splitlines()
    pairs = (line.split() for line in lines if line)
    return {base64.b64decode(token): int(rank) for token, rank in pairs}


tiktoken_ext.openai_public.load_tiktoken_bpe = local
encoding = tiktoken.Encoding(**getattr(tiktoken_ext.openai_public, question["name"])())
json.dump([encoding.encode_ordinary(text) for text in question["texts"]], sys.stdout)
