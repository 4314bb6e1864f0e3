import Foundation
import Testing

/// The guides that pages of the manual speak of.
enum Guides {
  /// Of *Checking a guide*: 24 pages, 212 links, one of them misspelt.
  static let withMisspeltLink: [String: String] = {
    var files = ["turnbook.yml": "name: The guide\n"]
    var names = (1...21).map { "part-\($0).md" } + ["techniques/few-shot.md"]
    for (number, name) in names.enumerated() {
      let up = name.contains("/") ? "../" : ""
      // 188 links to the start page, as evenly as 22 pages can have them.
      let count = 188 / 22 + (number < 188 % 22 ? 1 : 0)
      let links = (0..<count).map { _ in "[start](\(up)index.md)" }
      files["content/" + name] = "# Page \(number)\n\n\(links.joined(separator: ", "))\n"
    }
    names.append("techniques/recap.md")
    files["content/techniques/recap.md"] =
      "# Recap\n" + String(repeating: "\n", count: 12)
      + "Compare it with [few-shot](Few-Shot.md).\n"
    files["content/index.md"] = "# Home\n\n" + names.map { "- [\($0)](\($0))\n" }.joined()
    return files
  }()

  /// Of *Moving pages*.
  static let toBeMoved = [
    "turnbook.yml": "name: The guide\nnavigation:\n  - index.md\n  - few-shot.md\n",
    "content/index.md": "# Home\n\nBegin with [few-shot](few-shot.md#when-it-helps).\n",
    "content/few-shot.md":
      "# Few-shot\n\nBack to the [start](index.md).\n\n## When It Helps\n\nOften.\n",
  ]

  /// Of *Moving from MkDocs*.
  static let handbook = [
    "handbook/mkdocs.yml": """
    site_name: Workshop handbook
    site_url: https://handbook.example.org/
    repo_url: https://git.example.org/workshop/handbook
    edit_uri: edit/main/docs/
    extra_css: [extra.css]
    plugins: [search, macros]
    markdown_extensions: [admonition, toc]
    nav:
      - Start: index.md
      - Guides:
          - guides/lathe.md

    """,
    "handbook/docs/extra.css": "",
    "handbook/docs/index.md": """
    # Workshop handbook

    Read about [the lathe](guides/lathe/) before you switch it on, or [print it](guides/lathe.html).

    Wear glasses.

    Ask when you are not sure.

    """,
    "handbook/docs/guides/lathe.md": """
    # The lathe

    \(String(repeating: "A step.\n\n", count: 9))
    Back to the [start](../index.md#nothing).

    """,
  ]

  /// Of *Templates and theme*: what the first five minutes have made.
  static func firstGuide(_ guide: Guide) throws {
    let path = "content/techniques/write-it-twice.md"
    let page = try ManualPage.sample(path, of: "manual/first-guide.md")
    _ = try guide.shell("turnbook init ../begun && cp -R ../begun/. .", in: "")
    try guide.write(path, page.text)
    let configuration = try #require(guide.text("turnbook.yml"))
    try guide.write("turnbook.yml", configuration + "copyright: © 2026 Community Tool Library\n")
    let index = try #require(guide.text("content/index.md"))
    try guide.write(
      "content/index.md", index + "- [Write It Twice](techniques/write-it-twice.md)\n")
  }

  /// Of *Writing pages*: what looks right and is not.
  static let withSlips = [
    "content/index.md": """
    # Home

    !!! tip 'Say it once'
        A rule that stands in turn 1 need not stand in turn 2.

    Where were we?


    See [the recap] (recap.md).

    """,
    "content/recap.md": "# Recap\n",
  ]

  /// Of *Conversations with a model*.
  static let ofAnswers = [
    "double.py": "def f(l): return [x*2 for x in l]\n",
    "answers.jsonl": """
    {"text": "1. The name says nothing.\\n2. One fault more: l looks like 1."}
    {"text": "def doubled(numbers): return [2 * number for number in numbers]"}

    """,
    "more.jsonl": "{\"text\": \"I do not know that yet.\"}\n",
  ]

  /// Of the reference of commands.
  static let ofReviews: [String: String] = {
    func page(_ name: String, _ slot: String, _ more: String = "") -> String {
      "---\ndescription: Let the model do what is written here.\nplatforms: [claude]\n\(more)---\n\n"
        + "# \(name)\n\n## The Pattern\n\n```text\nLook at {\(slot)}.\n```\n\nExample:\n\n"
        + "```text\nLook at this.\n```\n"
    }
    return [
      "content/techniques/few-shot.md": page("Few-shot", "examples", "kind: page\n"),
      "content/techniques/multi-turn-conversation.md": page(
        "Multi-turn", "topic", "kind: page\nvariables: {topic: {default: tea}}\n"),
      "content/techniques/code-review.md": page("Code review", "code", "kind: page\n"),
      "../home/guides/prompts/content/one.md": page("One", "thing", "kind: page\n"),
      "review.turntest.json": """
      {"format": "turnbook.test/1", "pattern": "code-review", "values": {"code": "f()"},
       "cases": [{"name": "looks", "expect": [{"contains": "f"}]}]}
      """, "review.replay.jsonl": "{\"text\": \"I see f.\"}\n",
      "main.swift": "print(1)\n", "a.py": "print(1)\n", "values.json": "{\"code\": \"print(1)\"}\n",
    ]
  }()

  /// Of *Testing prompts*: one by hand, and one of another prompt.
  static let recordings: [String: String] = {
    let answers = [
      #""1. The name f says nothing. 2. The loop has no test.""#,
      #""def doubled(numbers):\n    return [number * 2 for number in numbers]""#,
      #""1. The name f says nothing. 2. The loop has no test.""#,
      #""def doubled(numbers): ...""#,
      #""```json\n[{\"line\": 1, \"fault\": \"name\"}, {\"line\": 0, \"fault\": \"no test\"}]\n```""#,
    ]
    return [
      "review.replay.jsonl": answers.map { "{\"text\": \($0)}\n" }.joined(),
      "recorded.replay.jsonl":
        "{\"provider\": \"openai\", \"model\": \"m-1\", \"hash\": \"0\", \"text\": \"One.\"}\n",
    ]
  }()

  /// A script that passes.
  static let passingTest = [
    "good.turntest.json": """
    {"format": "turnbook.test/1", "pattern": "code-review", "variant": "second-opinion",
     "cases": [{"name": "doubts", "values": {"claim": "it is so"}, "expect": [{"contains": "No"}]}]}
    """, "good.replay.jsonl": "{\"text\": \"No.\"}\n",
  ]
}
