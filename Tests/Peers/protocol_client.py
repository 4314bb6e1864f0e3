"""What the official client of the Model Context Protocol gets from `turn mcp`.

Arguments: the program, and a folder with the patterns of the tests and a site around them.
Writes a JSON object: for each way of connecting, what each call gave, or the error it ended with.
"""

import asyncio
import json
import sys

import mcp.client.session as session_module
from mcp import Client, StdioServerParameters
from mcp.shared.exceptions import MCPError
from mcp_types import ElicitResult, PromptReference, ResourceTemplateReference
from mcp_types.version import HANDSHAKE_PROTOCOL_VERSIONS, MODERN_PROTOCOL_VERSIONS

PROGRAM, FOLDER = sys.argv[1:3]
REVIEW = {"code": "x = 1", "question": '["why", "how"]', "reason": '["a", "b"]'}


def plain(value):
    """A result as JSON, without what differs from run to run."""
    return json.loads(value.model_dump_json(by_alias=True, exclude_none=True))


async def outcome(call):
    try:
        return plain(await call)
    except MCPError as error:
        return {"code": error.error.code, "message": error.error.message, "data": error.error.data}


async def all_pages(call, key):
    """The names in a list over all of its pages."""
    names, cursor, pages = [], None, 0
    while pages < 100:
        page = await call(cursor=cursor)
        names += [item.name for item in getattr(page, key)]
        pages, cursor = pages + 1, page.next_cursor
        if cursor is None:
            return {"names": names, "pages": pages}
    return {"names": names, "pages": "endless"}


async def talk(client):
    """Everything that the server offers, asked once."""
    said = {"version": client.session.protocol_version}
    said["capabilities"] = plain(client.server_capabilities)
    said["prompts"] = await all_pages(client.list_prompts, "prompts")
    said["prompt"] = plain((await client.list_prompts()).prompts[0])
    said["get"] = await outcome(client.get_prompt("code-review", REVIEW))
    said["missing"] = await outcome(client.get_prompt("code-review", {"reason": "a"}))
    said["unknown prompt"] = await outcome(client.get_prompt("nothing", {}))
    said["bad cursor"] = await outcome(client.list_prompts(cursor="nonsense"))
    said["resources"] = await all_pages(client.list_resources, "resources")
    said["templates"] = await outcome(client.list_resource_templates())
    said["page"] = await outcome(client.read_resource("turnbook://page/code-review"))
    said["unknown resource"] = await outcome(client.read_resource("turnbook://page/nothing"))
    said["tools"] = await all_pages(client.list_tools, "tools")
    said["search"] = await outcome(client.call_tool("search_techniques", {"query": "review"}))
    said["technique"] = await outcome(client.call_tool("get_technique", {"id": "code-review"}))
    values = {"code": "x", "question": ["why"], "reason": ["a"], "limit": 3}
    said["fill"] = await outcome(
        client.call_tool("fill_pattern", {"id": "code-review", "values": values}))
    said["wrong fill"] = await outcome(client.call_tool("fill_pattern", {"id": "code-review"}))
    said["check"] = await outcome(
        client.call_tool("check_prompt", {"text": "Turn 1: {x}\nTurn 3: y"}))
    said["unknown tool"] = await outcome(client.call_tool("nothing", {}))
    said["completion"] = await outcome(
        client.complete(PromptReference(name="code-review"), {"name": "language", "value": "p"}))
    said["completed id"] = await outcome(
        client.complete(
            ResourceTemplateReference(uri="turnbook://page/{id}"), {"name": "id", "value": "code"}))
    return said


async def run(mode, handshake=None, answer=None):
    """Talks over a fresh server.

    `answer` is what a person says to a form; without one the client says that it asks nobody.
    """
    if handshake:
        session_module.LATEST_HANDSHAKE_VERSION = handshake
    forms = []

    async def person(context, parameters):
        forms.append(plain(parameters))
        return ElicitResult(**answer)

    server = StdioServerParameters(command=PROGRAM, args=["mcp", "--from", FOLDER])
    async with Client(
        server, mode=mode, elicitation_callback=person if answer else None, read_timeout_seconds=60
    ) as client:
        if answer is None:
            return await talk(client)
        said = {"version": client.session.protocol_version}
        said["asked"] = await outcome(client.get_prompt("code-review", {"limit": ""}))
        return said | {"forms": forms}


async def cancel(mode):
    """A request is given up while the person is asked; the server goes on answering."""
    asked = asyncio.Event()

    async def person(context, parameters):
        asked.set()
        await asyncio.sleep(3600)

    server = StdioServerParameters(command=PROGRAM, args=["mcp", "--from", FOLDER])
    async with Client(server, mode=mode, elicitation_callback=person) as client:
        request = asyncio.ensure_future(client.get_prompt("code-review", {}))
        await asyncio.wait_for(asked.wait(), 60)
        request.cancel()
        try:
            await request
            ended = "answered"
        except asyncio.CancelledError:
            ended = "cancelled"
        return {"ended": ended, "prompts": len((await client.list_prompts()).prompts)}


async def main():
    newest = HANDSHAKE_PROTOCOL_VERSIONS[-1]
    accepted = {
        "action": "accept",
        "content": {"code": "x = 1", "question": "why", "reason": "a"},
    }
    report = {"talks": {}, "forms": {}, "refused": {}, "cancelled": {}}
    for version in HANDSHAKE_PROTOCOL_VERSIONS:
        report["talks"][version] = await run("legacy", version)
        report["forms"][version] = await run("legacy", version, accepted)
    for mode in ["auto", *MODERN_PROTOCOL_VERSIONS]:
        report["talks"][mode] = await run(mode, newest)
        report["forms"][mode] = await run(mode, newest, accepted)
    for mode in ["legacy", "auto"]:
        report["refused"][mode] = await run(mode, newest, {"action": "decline"})
        report["cancelled"][mode] = await cancel(mode)
    json.dump(report, sys.stdout)


asyncio.run(main())
