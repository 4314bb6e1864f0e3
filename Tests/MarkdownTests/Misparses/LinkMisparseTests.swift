import Diagnostics
import Markdown
import Testing

struct LinkMisparseTests {
  @Test(
    "a space between a link's text and its target is reported",
    arguments: [
      MisparseCase("a page", "a «[b] (c.md)» d\n", fixed: "a [b](c.md) d\n"),
      MisparseCase(
        "a URL and a fragment", "«[b] (https://c.d/e)», «[f]  (#go)»\n",
        fixed: "[b](https://c.d/e), [f](#go)\n"),
      MisparseCase("in a heading", "# «[*b*] (../c/)»\n\na\n", fixed: "# [*b*](../c/)\n\na\n"),
      MisparseCase(
        "in a cell", "| a |\n|---|\n| «[b] (c.md)» |\n", fixed: "| a |\n|---|\n| [b](c.md) |\n"),
      MisparseCase(
        "in containers", "> - a\n>   «[b] (c.md)»\n\n!!! note \"«[d] (e.md)»\"\n    f\n",
        fixed: "> - a\n>   [b](c.md)\n\n!!! note \"[d](e.md)\"\n    f\n"),
      MisparseCase(
        "after a link and code", "[a](b.md) `[c] (d.md)` «[e] (f.md)»\n",
        fixed: "[a](b.md) `[c] (d.md)` [e](f.md)\n"),
    ])
  func space(_ example: MisparseCase) { example.check(.spaceInLink) }

  @Test(
    "a target that is none is reported",
    arguments: [
      MisparseCase("with spaces", "«[a](my file.md)»\n", fixed: "[a](<my file.md>)\n"),
      MisparseCase("an address with a space", "«[a](https://example.org/a b)»\n"),
      MisparseCase(
        "with spaces and a title", "«![a](my pic.png \"b\")»\n", fixed: "![a](<my pic.png> \"b\")\n"
      ),
      MisparseCase("with text behind it", "«[a](b.md c)»\n"),
      MisparseCase("not closed", "«[a](b/c.md» and more\n"),
      MisparseCase("with an open angle bracket", "«[a](<b.md)»\n"),
      MisparseCase("in the second line", "a\n«[b](c d.md)» e\n", fixed: "a\n[b](<c d.md>) e\n"),
    ])
  func target(_ example: MisparseCase) { example.check(.brokenLink) }

  @Test(
    "a label that nothing defines is reported",
    arguments: [
      MisparseCase(
        "a full reference", "[a][«few-shots»] [b][few-shot]\n\n[few-shot]: c\n",
        fixed: "[a][few-shot] [b][few-shot]\n\n[few-shot]: c\n", isSafe: false),
      MisparseCase("a collapsed one", "[«a b»][] c\n"),
      MisparseCase("an image", "![a][«b»]\n"),
      MisparseCase("in an underlined heading", "[a][«b»]\n===\n\n[c](d)\n"),
      MisparseCase("several in a row", "[a][«b»][c]\n"),
    ])
  func label(_ example: MisparseCase) { example.check(.unknownReference) }

  @Test(
    "a footnote that nothing defines is reported",
    arguments: [
      MisparseCase(
        "near another", "a«[^study]» b[^studys]\n\n[^studys]: c\n",
        fixed: "a[^studys] b[^studys]\n\n[^studys]: c\n", isSafe: false),
      MisparseCase("with a number", "# a«[^1]»\n"),
    ])
  func footnote(_ example: MisparseCase) { example.check(.unknownFootnote) }

  @Test(
    "text that was read in a wrong encoding is reported once, and all of it is mended",
    arguments: [
      MisparseCase(
        "quotes and dashes", "Itâ«€»\n".replacing("â«€»", with: "«â€™»") + "\na â€œb\n",
        fixed: "It’\n\na “b\n"),
      MisparseCase(
        "letters", "# «Ã©»tÃ©\n\n- Ã–l, Ã la, naÃ¯ve\n".replacing("Ã la", with: "Ã\u{A0} la"),
        fixed: "# été\n\n- Öl, à la, naïve\n"),
      MisparseCase(
        "emoji in a cell", "| «âœ…» | ðŸ˜€ |\n|---|---|\n", fixed: "| ✅ | 😀 |\n|---|---|\n"),
      MisparseCase("signs", "«Â£»5 Â© Â\u{A0}x\n", fixed: "£5 © \u{A0}x\n"),
      MisparseCase("other scripts", "«ÐŸÑ€Ð¸Ð²ÐµÑ‚»\n", fixed: "Привет\n"),
      MisparseCase("not in code", "`Ã©` «Ã©»\n\n```\nÃ©\n```\n", fixed: "`Ã©` é\n\n```\nÃ©\n```\n"),
    ])
  func encoding(_ example: MisparseCase) { example.check(.wrongEncoding) }

  @Test(
    "what is right is not reported",
    arguments: [
      "[a](b.md) [c](<d e.md> \"f\") [g][h]\n\n[h]: i", "[optional] (see below)",
      "[1] (e.g.) [x] (and/or)",
      "- [ ] (a.md)\n- [x] (b.md)", "a [ ] (b.md)", "x[i][j] f()[0][a] [1][2]",
      "[Topic] and [Name]",
      "\\[a][b] \\[c] (d.md) [a\\] (b.md)", "`[a][b]` `[c] (d.md)`\n\n    [a][b]\n",
      "[a [b][c] d](e.md)",
      "[a](b c)", "[a] (v1.2)", "[fix] (#123)", "[Ann] (ann@a.bc)", "IRMÃ\u{A0}x",
      "[a](\nb.md\n\"c\")", "[a][^1]\n\n[^1]: b", "<a title=\"[b][c]\">",
      "[]() [](a)",
      "a[^a-z]+ [^0-9] [^\"] [^a-zA-Z_]", "`[^1]`", "Ã É Água IRMÃO naïve déjà «vu» à côté é”—",
      "„Spaß“ „Menü“ “café”— «décidé»… IRMÃ” “MAÇÔ PRÂ» Å “Nescafé™” Straße über Öl Łódź São 日本 ✅ 👍",
      "[a](https://b.c/d_(e)) [f](#g) ![h](i.png){.j}", "| [a] | (b.md) |\n|---|---|",
      "[a]\n(b.md)",
      "[a](b.md)(c.md) [d](e.md) (f.md)", "[a]: b c\n[d] [e]", "[link] (a b.md)",
    ])
  func silence(_ source: String) { MisparseCase.checkSilence(source) }

  @Test("a finding in a snippet is about the snippet")
  func snippet() {
    let part = "a\n\n- [b] (c.md) â€™ [d](e f.md) [g][h] i[^j]\n"
    let page = RenderedText("!!! note\n    --8<-- \"s\"\n", snippets: ["s": part]).page
    let found = page.diagnostics.sorted().map {
      "\($0.code.id) \($0.path ?? "") \($0.range?.start ?? 0)"
    }
    #expect(
      found == [
        "TB-M015 s 5", "TB-M019 s 16", "TB-M016 s 25", "TB-M017 s 41", "TB-M018 s 45",
      ])
  }
}
