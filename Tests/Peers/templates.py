"""What other tools make of our templates, by their own packages.

Reads a JSON list of {"format", "text", "values"} and writes a list of {"messages": [[role, text]]} or
{"error": words}, with roles called system, user and assistant.
"""

import asyncio
import json
import pathlib
import sys
import tempfile
import warnings

import dotpromptz
import langchain_core.load
import prompty
import yaml
from llm.templates import Template

warnings.simplefilter("ignore")
ROLES = {"model": "assistant", "human": "user", "ai": "assistant"}


def by_dotprompt(text, values):
    async def render():
        rendered = dotpromptz.Dotprompt().compile(text)
        if asyncio.iscoroutine(rendered):
            rendered = await rendered
        return await rendered(dotpromptz.DataArgument(input=values))

    messages = asyncio.run(render()).messages
    return [(message.role.value, "".join(part.text for part in message.content)) for message in messages]


def by_prompty(text, values):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "x.prompty")
        path.write_text(text, encoding="utf-8", newline="")
        messages = prompty.prepare(prompty.load(path), values)
    return [(message.role, "".join(part.value for part in message.parts)) for message in messages]


def by_llm(text, values):
    loaded = yaml.safe_load(text)
    prompt, system = Template(name="x", **loaded).evaluate("", dict(values))
    return [message for message in [("system", system), ("user", prompt)] if message[1]]


def by_langchain(text, values):
    messages = langchain_core.load.loads(text, allowed_objects="core").format_messages(**values)
    return [(message.type, message.content) for message in messages]


TOOLS = {"dotprompt": by_dotprompt, "prompty": by_prompty, "llm": by_llm, "langchain": by_langchain}


def answer(question):
    try:
        messages = TOOLS[question["format"]](question["text"], question["values"])
        return {"messages": [[ROLES.get(role, role), text] for role, text in messages]}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"[:500]}


json.dump([answer(question) for question in json.load(sys.stdin)], sys.stdout)
