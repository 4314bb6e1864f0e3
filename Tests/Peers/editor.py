"""What a client with the protocol's official types gets from `turnbook lsp`.

Arguments: the program, and the folder of a guide.
Every message of the server is read into the type that the protocol has for it, and written again;
one that is not the same then has something that the protocol has not. Writes a JSON object: what each
question gave, the diagnostics by file, and everything that was wrong with a message.
"""

import asyncio
import json
import sys
from pathlib import Path

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.client import LanguageClient
from pygls.protocol import LanguageServerProtocol

PROGRAM, FOLDER = sys.argv[1], Path(sys.argv[2])
faults = []


class StrictProtocol(LanguageServerProtocol):
    """Reads messages as the protocol has them and nothing else."""

    def structure_message(self, data):
        try:
            message = super().structure_message(data)
        except Exception as error:
            faults.append(f"{error!r}: {json.dumps(data)}")
            raise
        written = json.loads(json.dumps(self._converter.unstructure(message)))
        if plain(written) != plain(data):
            faults.append(f"{json.dumps(data)} is read as {json.dumps(written)}")
        return message


def plain(value):
    """Without nulls, which stand for what is not there."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items() if item is not None}
    return [plain(item) for item in value] if isinstance(value, list) else value


class Editor:
    def __init__(self, encodings):
        self.client = LanguageClient("tests", "1", protocol_cls=StrictProtocol)
        self.published, self.watched, self.encodings = {}, [], encodings
        self.news = asyncio.Event()

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def publish(parameters: types.PublishDiagnosticsParams):
            name = parameters.uri.rsplit("/", 1)[1]
            self.published[name] = [item.code for item in parameters.diagnostics]
            self.news.set()

        @self.client.feature(types.CLIENT_REGISTER_CAPABILITY)
        def register(parameters: types.RegistrationParams):
            self.watched += [item.method for item in parameters.registrations]

    def uri(self, path):
        return (FOLDER / path).as_uri()

    async def start(self):
        await self.client.start_io(PROGRAM, "lsp", cwd="/")
        text = types.TextDocumentClientCapabilities(
            hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown]),
            document_symbol=types.DocumentSymbolClientCapabilities(
                hierarchical_document_symbol_support=True
            ),
            code_action=types.CodeActionClientCapabilities(
                code_action_literal_support=types.ClientCodeActionLiteralOptions(
                    code_action_kind=types.ClientCodeActionKindOptions(value_set=["quickfix"])
                )
            ),
            publish_diagnostics=types.PublishDiagnosticsClientCapabilities(
                related_information=True,
                tag_support=types.ClientDiagnosticsTagOptions(value_set=[types.DiagnosticTag.Unnecessary]),
            ),
            rename=types.RenameClientCapabilities(prepare_support=True),
        )
        workspace = types.WorkspaceClientCapabilities(
            did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
                dynamic_registration=True
            ),
            workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True),
        )
        capabilities = types.ClientCapabilities(
            text_document=text,
            workspace=workspace,
            general=types.GeneralClientCapabilities(position_encodings=self.encodings),
        )
        result = await self.client.initialize_async(
            types.InitializeParams(
                capabilities=capabilities,
                process_id=None,
                workspace_folders=[types.WorkspaceFolder(FOLDER.as_uri(), "guide")],
            )
        )
        self.client.initialized(types.InitializedParams())
        return result

    def open(self, path):
        text = (FOLDER / path).read_text()
        self.client.text_document_did_open(
            types.DidOpenTextDocumentParams(
                types.TextDocumentItem(self.uri(path), "markdown", 1, text)
            )
        )
        return text

    def at(self, path, text, words, more):
        """The parameters of a question about the place `more` characters into some words."""
        index = text.index(words) + more
        start = text.rfind("\n", 0, index) + 1
        encoding = "utf-8" if types.PositionEncodingKind.Utf8 in self.encodings else "utf-16-le"
        units = len(text[start:index].encode(encoding)) // (1 if encoding == "utf-8" else 2)
        return {
            "text_document": types.TextDocumentIdentifier(self.uri(path)),
            "position": types.Position(text.count("\n", 0, index), units),
        }

    async def diagnostics(self, name, is_there):
        """Waits until what was published of a file is as expected, for ten seconds at most."""
        for _ in range(100):
            if name in self.published and is_there(self.published[name]):
                break
            self.news.clear()
            try:
                await asyncio.wait_for(self.news.wait(), 10)
            except TimeoutError:
                break
        return self.published.get(name)


def json_of(editor, value):
    return plain(json.loads(json.dumps(editor.client.protocol._converter.unstructure(value))))


async def talk(encodings):
    editor = Editor(encodings)
    client = editor.client
    said = {"initialize": json_of(editor, await editor.start())}
    page, other = "content/index.md", "content/sub/other.md"
    text = editor.open(page)
    whole = types.TextDocumentIdentifier(editor.uri(page))

    async def ask(name, call, parameters):
        try:
            said[name] = json_of(editor, await call(parameters))
        except JsonRpcException as error:
            said[name] = {"code": error.code, "message": error.message}

    await ask("definition", client.text_document_definition_async,
              types.DefinitionParams(**editor.at(page, text, "[gone]", 2)))
    await ask("link", client.text_document_definition_async,
              types.DefinitionParams(**editor.at(page, text, "[the other]", 2)))
    await ask("hover", client.text_document_hover_async,
              types.HoverParams(**editor.at(page, text, "[the other]", 2)))
    await ask("references", client.text_document_references_async,
              types.ReferenceParams(context=types.ReferenceContext(True),
                                    **editor.at(page, text, "## Here", 4)))
    await ask("completion", client.text_document_completion_async,
              types.CompletionParams(**editor.at(page, text, "sub/othr.md", 5)))
    await ask("prepare", client.text_document_prepare_rename_async,
              types.PrepareRenameParams(**editor.at(page, text, "## Here", 4)))
    await ask("rename", client.text_document_rename_async,
              types.RenameParams(new_name="There", **editor.at(page, text, "## Here", 4)))
    await ask("refused", client.text_document_rename_async,
              types.RenameParams(new_name="x", **editor.at(page, text, "it all", 3)))
    await ask("symbols", client.text_document_document_symbol_async,
              types.DocumentSymbolParams(whole))
    await ask("workspace", client.workspace_symbol_async, types.WorkspaceSymbolParams("part"))
    await ask("folding", client.text_document_folding_range_async, types.FoldingRangeParams(whole))
    await ask("links", client.text_document_document_link_async, types.DocumentLinkParams(whole))
    place = editor.at(page, text, "sub/othr.md", 5)["position"]
    await ask("actions", client.text_document_code_action_async,
              types.CodeActionParams(whole, types.Range(place, place),
                                     types.CodeActionContext([])))
    said["before"] = await editor.diagnostics("index.md", lambda codes: "TB-L001" in codes)

    # An edit after characters that count otherwise in each encoding.
    start = editor.at(page, text, "othr.md", 0)["position"]
    end = editor.at(page, text, "othr.md", 7)["position"]
    change = types.TextDocumentContentChangePartial(types.Range(start, end), "other.md")
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(2, editor.uri(page)), [change]
        )
    )
    await ask("after hover", client.text_document_hover_async,
              types.HoverParams(**editor.at(page, text, "[gone]", 2)))
    said["after"] = await editor.diagnostics("index.md", lambda codes: "TB-L001" not in codes)
    # A heading that another page links to.
    start = editor.at(page, text, "Here", 0)["position"]
    end = editor.at(page, text, "Here", 4)["position"]
    change = types.TextDocumentContentChangePartial(types.Range(start, end), "There")
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(3, editor.uri(page)), [change]
        )
    )
    said["elsewhere"] = await editor.diagnostics("other.md", lambda codes: "TB-L002" in codes)
    client.text_document_did_close(types.DidCloseTextDocumentParams(whole))
    client.workspace_did_change_watched_files(
        types.DidChangeWatchedFilesParams(
            [types.FileEvent(editor.uri(other), types.FileChangeType.Changed)]
        )
    )
    said["closed"] = await editor.diagnostics("other.md", lambda codes: not codes)
    said["watched"] = editor.watched
    await client.shutdown_async(None)
    client.exit(None)
    said["status"] = await asyncio.wait_for(client._server.wait(), 20)
    return said


async def main():
    utf8, utf16 = types.PositionEncodingKind.Utf8, types.PositionEncodingKind.Utf16
    report = {"utf-16": await talk([utf16]), "utf-8": await talk([utf8, utf16])}
    print(json.dumps({"talks": report, "faults": faults}))


asyncio.run(asyncio.wait_for(main(), 120))
