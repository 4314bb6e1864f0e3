"""Whether requests are what the providers' own packages take, checked without asking anyone.

Reads a JSON list of [provider, request] and writes a list of lists: what is wrong with each request.
"""

import json
import sys
import typing

# The packages say Iterable, which pydantic checks only when somebody reads it: it would pass anything.
typing.Iterable = typing.List

import anthropic.types
import jsonschema
import openai.types
import pydantic
import typing_extensions
from anthropic.types import message_create_params as anthropic_params
from google.genai import types as gemini
from openai.types.chat import completion_create_params as chat_params
from openai.types.responses import response_create_params as responses_params


def forbid_unknown(package):
    """Makes every request type of a package refuse keys that it does not know."""
    for name, module in list(sys.modules.items()):
        if name == package or name.startswith(package + "."):
            for value in list(vars(module).values()):
                if typing_extensions.is_typeddict(value):
                    value.__pydantic_config__ = STRICT


# A file may be an open one, of which pydantic knows nothing.
STRICT = pydantic.ConfigDict(extra="forbid", arbitrary_types_allowed=True)
forbid_unknown("openai.types")
forbid_unknown("anthropic.types")


def typed(type):
    adapter = pydantic.TypeAdapter(type)

    def problems(request):
        try:
            adapter.validate_python(request, strict=True)
        except pydantic.ValidationError as error:
            return [f"{detail['loc']}: {detail['msg']}" for detail in error.errors()][:3]
        return []

    return problems


def gemini_problems(request):
    problems = []
    unknown = set(request) - {"systemInstruction", "contents", "generationConfig"}
    problems += [f"unknown key {key}" for key in unknown]
    try:
        contents = [gemini.Content.model_validate(content) for content in request["contents"]]
        roles = [content.role for content in contents]
        if any(role not in ("user", "model") for role in roles):
            problems.append(f"roles {roles}")
        if any(a == b for a, b in zip(roles, roles[1:])):
            problems.append(f"roles do not take turns: {roles}")
        if roles and roles[-1] != "user":
            problems.append("the last is not the user")
        if "systemInstruction" in request:
            gemini.Content.model_validate(request["systemInstruction"])
        if "generationConfig" in request:
            gemini.GenerationConfig.model_validate(request["generationConfig"])
    except (KeyError, pydantic.ValidationError) as error:
        problems.append(str(error))
    return problems


def schema(document):
    validator = jsonschema.Draft202012Validator(document)
    return lambda request: [f"{e.json_path}: {e.message}" for e in validator.iter_errors(request)]


def closed(properties, required):
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


TEXT = {"type": "string"}
# https://github.com/ollama/ollama/blob/main/docs/api.md, "Generate a chat completion"
OLLAMA = closed(
    {
        "model": {"type": "string", "minLength": 1},
        "messages": {
            "type": "array",
            "minItems": 1,
            "items": closed({"role": {"enum": ["system", "user", "assistant", "tool"]}, "content": TEXT}, ["role", "content"]),
        },
        "stream": {"type": "boolean"},
        "options": closed({"num_predict": {"type": "integer"}}, []),
    },
    ["model", "messages"],
)
# https://learn.microsoft.com/graph/api/copilotconversation-chat, "Request body"
COPILOT = closed(
    {"message": closed({"text": TEXT}, ["text"]), "locationHint": closed({"timeZone": TEXT}, ["timeZone"])},
    ["message", "locationHint"],
)


def anthropic_problems(request):
    problems = ANTHROPIC(request)
    # What the API says to these, the types do not.
    problems += [f"{key} is refused" for key in ("temperature", "top_p", "top_k") if key in request]
    roles = [message["role"] for message in request.get("messages", [])]
    if not roles or roles[-1] == "assistant":
        problems.append("the last is not the user")
    if "system" in roles:
        problems.append("system text among the messages")
    return problems


def streamed(check):
    """The same for a request that asks for a stream, and says so."""
    return lambda request: check(request) + ([] if request.get("stream") is True else ["asks for no stream"])


ANTHROPIC = typed(typing.Union[anthropic_params.MessageCreateParamsNonStreaming, anthropic_params.MessageCreateParamsStreaming])
CHECKS = {
    "openai": typed(chat_params.CompletionCreateParamsNonStreaming),
    "responses": typed(responses_params.ResponseCreateParamsNonStreaming),
    "anthropic": anthropic_problems,
    "gemini": gemini_problems,
    "ollama": schema(OLLAMA),
    "openai stream": streamed(typed(chat_params.CompletionCreateParamsStreaming)),
    "responses stream": streamed(typed(responses_params.ResponseCreateParamsStreaming)),
    "anthropic stream": streamed(anthropic_problems),
    "gemini stream": gemini_problems,
    "ollama stream": streamed(schema(OLLAMA)),
    "m365-copilot": schema(COPILOT),
}

json.dump([CHECKS[provider](json.loads(request)) for provider, request in json.load(sys.stdin)], sys.stdout)
