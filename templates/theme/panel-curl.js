// The panel's engine: a Bash script that asks a provider with curl.
(() => {
  "use strict";

  const panel = globalThis.TurnbookPanel;
  const { quoted } = panel;

  const openai = {
    key: "OPENAI_API_KEY",
    base: ["OPENAI_BASE_URL", "https://api.openai.com/v1"],
    path: "/chat/completions",
    header: ["authorization", "Bearer "],
    answer: '.choices[0].message.content // ""',
  };
  const endpoints = {
    openai,
    responses: {
      ...openai,
      path: "/responses",
      answer: '[.output[] | select(.type == "message") | .content[] '
        + '| select(.type == "output_text") | .text] | add // ""',
    },
    anthropic: {
      key: "ANTHROPIC_API_KEY",
      base: ["ANTHROPIC_BASE_URL", "https://api.anthropic.com"],
      path: "/v1/messages",
      version: "anthropic-version: 2023-06-01",
      header: ["x-api-key", ""],
      answer: '[.content[] | select(.type == "text") | .text] | add // ""',
    },
    gemini: {
      key: "GEMINI_API_KEY",
      base: ["GOOGLE_GEMINI_BASE_URL", "https://generativelanguage.googleapis.com"],
      path: "/v1beta/models/gemini-3.8-flash:generateContent",
      header: ["x-goog-api-key", ""],
      answer: '[.candidates[0].content.parts[] | .text // ""] | add // ""',
    },
    ollama: {
      base: ["OLLAMA_HOST", "http://localhost:11434"],
      path: "/api/chat",
      answer: ".message.content",
    },
  };

  // A string as JSON in which nothing is taken for markup or the end of a line.
  const literal = (text) => panel.json(text).replace(/[<\u2028\u2029]/g, (letter) =>
    `\\u${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`);
  const oneLine = (text) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ");

  function curl(conversation, pattern, variant, provider = "openai") {
    const endpoint = endpoints[provider];
    if (endpoint === undefined) throw new Error(panel.say("cannot-ask", { provider }));
    const { steps, requests, notes } = panel.asked(conversation, provider);
    const answers = new Map(steps.map(({ id }, place) => [id, `answer_${place + 1}`]));
    const names = new Map();
    const reads = requests.length > 1;
    const lines = ["#!/usr/bin/env bash", `# ${oneLine(pattern.id)}`, "set -euo pipefail", ""];
    if (endpoint.key) lines.push(`: "\${${endpoint.key}:?is not set}"`);
    lines.push(`base=\${${endpoint.base.join(":-")}}`);
    if (reads) lines.push("command -v jq >/dev/null || { echo 'this needs jq' >&2; exit 69; }");
    const headers = [`--header ${quoted("content-type: application/json")}`];
    if (endpoint.version) headers.push(`--header ${quoted(endpoint.version)}`);
    if (endpoint.header) {
      // A header in a file is not seen by others who list the processes.
      const [name, prefix] = endpoint.header;
      headers.push(`--header @<(printf ${quoted(`${name}: ${prefix}%s`)} "$${endpoint.key}")`);
    }
    lines.push("", "ask() {", "  curl --silent --show-error --fail-with-body \\");
    lines.push(...headers.map((header) => `    ${header} \\`));
    lines.push(`    --data-binary @- "$base${endpoint.path}"`, "}");
    if (reads) {
      lines.push("", `inside() { local text=\${1#\\"}; printf %s "\${text%\\"}"; }`);
    }

    // Pieces as the inside of a JSON string; neighbouring texts are one.
    function word(pieces) {
      const parts = [];
      for (const { text, response } of pieces) {
        const last = parts.at(-1);
        if (response !== undefined) parts.push({ answer: answers.get(response) });
        else if (last?.text !== undefined) last.text += text;
        else parts.push({ text });
      }
      const written = parts.map(({ text, answer }) =>
        text === undefined ? `"$${answer}"` : quoted(literal(text).slice(1, -1)));
      return written.join("") || "''";
    }

    // What a text is called; one that comes up for the first time is put into a variable.
    function nameOf({ pieces }) {
      const text = JSON.stringify(pieces);
      if (pieces.length === 1 && pieces[0].response) return answers.get(pieces[0].response);
      if (!names.has(text)) {
        names.set(text, `text_${names.size + 1}`);
        lines.push(`${names.get(text)}=${word(pieces)}`);
      }
      return names.get(text);
    }

    // The body as words that are printed one after the other.
    function words(body) {
      let done = "";
      let run = "";
      const append = (part) => {
        if (part instanceof panel.Text) {
          done += `${quoted(`${run}"`)} "$${nameOf(part)}" `;
          run = '"';
        } else if (typeof part !== "object") {
          run += typeof part === "string" ? literal(part) : String(part);
        } else {
          const isList = Array.isArray(part);
          run += isList ? "[" : "{";
          Object.entries(part).forEach(([key, value], index) => {
            if (index > 0) run += ",";
            if (!isList) run += `${literal(key)}:`;
            append(value);
          });
          run += isList ? "]" : "}";
        }
      };
      append(body);
      return done + quoted(run);
    }

    requests.forEach(({ turn, place, body }, index) => {
      lines.push("", `# Turn ${oneLine(turn)}`);
      const request = `printf %s ${words(body)} | ask`;
      if (!reads) {
        lines.push(request);
        return;
      }
      const found = quoted(endpoint.answer);
      lines.push(`reply=$(${request})`, `jq --raw-output ${found} <<<"$reply"`);
      if (index + 1 < requests.length) {
        const answer = `inside "$(jq --compact-output ${found} <<<"$reply")"`;
        lines.push(`answer_${place + 1}=$(${answer})`);
      }
    });
    return { text: lines.map((line) => `${line}\n`).join(""), notes: [...notes] };
  }

  panel.formats.curl = curl;
})();
