"""A provider on this machine: answers every request, and writes down what it was asked.

Usage: provider.py FOLDER. Writes its port to FOLDER/port and the Nth request to FOLDER/request-N.json,
as {"path", "headers", "body"}; the answer to the Nth is `answer "N" \\ $HOME` and a line break inside.
Ends when its input ends.
"""

import http.server
import json
import os
import pathlib
import sys
import threading

folder = pathlib.Path(sys.argv[1])
count = 0


def reply(path, answer):
    if path.endswith("/chat/completions"):
        message = {"role": "assistant", "content": answer}
        return {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [{"index": 0, "finish_reason": "stop", "message": message}]}
    if path.endswith("/responses"):
        part = {"type": "output_text", "text": answer, "annotations": []}
        item = {"type": "message", "id": "1", "status": "completed", "role": "assistant", "content": [part]}
        return {"id": "1", "object": "response", "created_at": 1, "model": "m", "output": [item], "parallel_tool_calls": False, "tool_choice": "auto", "tools": []}
    if path.endswith("/v1/messages"):
        return {"id": "1", "type": "message", "role": "assistant", "model": "m", "stop_reason": "end_turn", "stop_sequence": None, "content": [{"type": "text", "text": answer}], "usage": {"input_tokens": 1, "output_tokens": 1}}
    if path.endswith(":generateContent"):
        return {"candidates": [{"content": {"role": "model", "parts": [{"text": answer}]}, "finishReason": "STOP"}]}
    return {"model": "m", "message": {"role": "assistant", "content": answer}, "done": True}


class Provider(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        global count
        count += 1
        body = self.rfile.read(int(self.headers["content-length"])).decode()
        headers = {name.lower(): value for name, value in self.headers.items()}
        asked = {"path": self.path, "headers": headers, "body": body}
        (folder / f"request-{count}.json").write_text(json.dumps(asked), encoding="utf-8")
        answer = json.dumps(reply(self.path, f'answer "{count}" \\ $HOME\nend')).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *words):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Provider)
(folder / "port.new").write_text(str(server.server_port))
os.rename(folder / "port.new", folder / "port")
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
