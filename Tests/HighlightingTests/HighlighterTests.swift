import ByteText
import Testing

@testable import Highlighting

struct HighlighterTests {
  @Test("a language is found by name and alias, in any case")
  func names() {
    let aliases = ["py": "python", "JS": "javascript", "c++": "cpp", "Shell-Session": "console"]
    for (alias, name) in aliases { #expect(Language(named: alias)?.name == name) }
    #expect(Language(named: "klingon") == nil)
    #expect(Language(named: "") == nil)
  }

  @Test("no name stands for two languages")
  func uniqueNames() {
    let names = LanguageTable.entries.flatMap(\.names)
    #expect(Set(names).count == names.count)
  }

  @Test("code in an unknown language is escaped and has no span")
  func unknown() {
    var output = ByteBuffer()
    let code = Array("if a < b && \"c\" > 'd'".utf8)
    let isKnown = code.withUnsafeBufferPointer { code in
      Array("klingon".utf8).withUnsafeBufferPointer {
        Highlighter.highlight(code, named: $0, into: &output)
      }
    }
    #expect(!isKnown)
    let html = String(decoding: output.array, as: UTF8.self)
    #expect(html == "if a &lt; b &amp;&amp; &quot;c&quot; &gt; 'd'")
  }

  @Test("what the buffer holds already stays")
  func appends() throws {
    var output = ByteBuffer()
    output.append("before ")
    let language = try #require(Language(named: "json"))
    Array("1".utf8).withUnsafeBufferPointer {
      Highlighter.highlight($0, as: language, into: &output)
    }
    #expect(String(decoding: output.array, as: UTF8.self) == "before <span class=\"m\">1</span>")
  }

  @Test("no code gives no output", arguments: Language.all.map(\.name))
  func empty(name: String) throws {
    #expect(try highlighted([], as: name) == [])
  }

  @Test("a span ends with its line and opens again on the next, white space outside")
  func lines() throws {
    let html = try highlighted(Array("/* one \n\n  two */".utf8), as: "c")
    #expect(
      String(decoding: html, as: UTF8.self)
        == "<span class=\"c\">/* one</span> \n\n  <span class=\"c\">two */</span>")
  }

  @Test("neighbours of one class share a span, with the space between them")
  func neighbours() throws {
    #expect(try colours("public static func f()", as: "swift") == ["k public static func", "nf f"])
  }

  @Test("every class is listed once")
  func classes() {
    #expect(Set(Highlighter.classNames).count == Style.allCases.count - 1)
  }
}
