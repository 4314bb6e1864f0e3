"""What the providers' own packages make of a server's answers: an independent judge of the tests' server.

Reads a JSON list of [provider, address] and writes a list of {"text", "finish", "input", "output", "path", …}
or, where the package raises an error, {"error", "status"}.
"""

import json
import os
import sys

os.environ["NO_PROXY"] = os.environ["no_proxy"] = "*"

import anthropic
import ollama
import openai
from google import genai

SYSTEM, QUESTION = "Be brief.", "Name a city."


def ask_openai(address):
    client = openai.OpenAI(api_key="k", base_url=address + "/v1", max_retries=0)
    text, finish, usage = "", None, None
    stream = client.chat.completions.create(
        model="m-1", messages=[{"role": "user", "content": QUESTION}], stream=True, stream_options={"include_usage": True}
    )
    for chunk in stream:
        usage = chunk.usage or usage
        for choice in chunk.choices:
            text += choice.delta.content or ""
            finish = choice.finish_reason or finish
    return {"text": text, "finish": finish, "input": usage.prompt_tokens, "output": usage.completion_tokens}


def ask_responses(address):
    client = openai.OpenAI(api_key="k", base_url=address + "/v1", max_retries=0)
    text, response = "", None
    for event in client.responses.create(model="m-1", input=QUESTION, stream=True):
        if event.type == "response.output_text.delta":
            text += event.delta
        elif event.type in ("response.completed", "response.incomplete"):
            response = event.response
        elif event.type == "error":
            return {"error": event.message, "status": 200}
    assert response.output_text == text
    finish = response.incomplete_details.reason if response.incomplete_details else response.status
    return {"text": text, "finish": finish, "input": response.usage.input_tokens, "output": response.usage.output_tokens}


def ask_anthropic(address):
    client = anthropic.Anthropic(api_key="k", base_url=address, max_retries=0)
    with client.messages.stream(model="m-1", max_tokens=9, messages=[{"role": "user", "content": QUESTION}]) as stream:
        text = "".join(stream.text_stream)
        message = stream.get_final_message()
    usage = message.usage
    return {"text": text, "finish": message.stop_reason, "input": usage.input_tokens, "output": usage.output_tokens}


def ask_gemini(address):
    # The package itself asks v1 unless told otherwise.
    client = genai.Client(api_key="k", http_options={"base_url": address, "api_version": "v1beta"})
    text, finish, usage = "", None, None
    for chunk in client.models.generate_content_stream(model="m-1", contents=QUESTION):
        text += chunk.text or ""
        usage = chunk.usage_metadata or usage
        finish = chunk.candidates[0].finish_reason or finish
    return {"text": text, "finish": finish.value, "input": usage.prompt_token_count, "output": usage.candidates_token_count}


def ask_ollama(address):
    text, last = "", None
    for part in ollama.Client(host=address).chat(model="m-1", messages=[{"role": "user", "content": QUESTION}], stream=True):
        text += part.message.content or ""
        last = part
    return {"text": text, "finish": last.done_reason, "input": last.prompt_eval_count, "output": last.eval_count}


def status(error):
    return getattr(error, "status_code", None) or getattr(error, "code", None)


def ask(provider, address):
    try:
        return globals()["ask_" + provider](address)
    except (openai.APIError, anthropic.APIError, genai.errors.APIError, ollama.ResponseError) as error:
        return {"error": str(error), "status": status(error)}


json.dump([ask(provider, address) for provider, address in json.load(sys.stdin)], sys.stdout)
