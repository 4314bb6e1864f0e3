import Foundation
import Testing

@testable import Search

@Suite("The index, asked by search.js", .enabled(if: NodePeer.isInstalled))
struct IndexTests {
  /// Always the same numbers.
  struct Chance: RandomNumberGenerator {
    var state: UInt64 = 0x9E37_79B9

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 33
    }
  }

  private static func page(_ title: String, _ text: String, url: String? = nil) -> SearchPage {
    SearchPage(url: url ?? "\(title)/", title: title, html: Array("<p>\(text)</p>".utf8))
  }

  /// Texts of words that differ in how often they occur, of several scripts.
  private static func pages(_ count: Int, _ chance: inout Chance) -> [SearchPage] {
    let letters = Array("abcdefghijklmnoprstuvwyéñłжя")
    let han = Array("的一是在不了有和人这中大为上个国我以要他")
    let vocabulary = (0..<3000).map { number -> String in
      if number % 17 == 0 {
        return String(
          (0..<Int.random(in: 2...5, using: &chance)).map { _ in
            han[Int.random(in: 0..<han.count, using: &chance)]
          })
      }
      return String(
        (0..<Int.random(in: 2...9, using: &chance)).map { _ in
          letters[Int.random(in: 0..<letters.count, using: &chance)]
        })
    }
    return (0..<count).map { number in
      let length = number % 40 == 0 ? 4000 : Int.random(in: 5...200, using: &chance)
      let words = (0..<length).map { _ -> String in
        let share = Double.random(in: 0..<1, using: &chance)
        return vocabulary[Int(share * share * share * 3000)]
      }
      return page("Page \(number)", words.joined(separator: " "), url: "p\(number)/")
    }
  }

  @Test("a damaged file is refused or answered from, and never waited for", arguments: [1, 2])
  func damaged(seed: Int) throws {
    var chance = Chance()
    let written = try WrittenIndex(Self.pages(60, &chance))
    let found = try NodePeer.faults(in: written, rounds: 250, seed: seed)
    #expect(found.answers + found.refusals == 3 * found.rounds)
    #expect(found.answers > 100)
    #expect(found.refusals > 100)
  }

  @Test("every page that has all words is found, and no other", arguments: [1, 3])
  func complete(parts: Int) throws {
    var chance = Chance()
    let pages = Self.pages(400, &chance)
    let written = try WrittenIndex(pages, parts: parts)
    #expect(written.files.count > 20)
    let words = pages.map { page in
      let text = String(decoding: page.html.dropFirst(3).dropLast(4), as: UTF8.self)
      return Set(WordReader.words(of: "\(page.title) \(text)"))
    }
    // A space at the end: the last word is no beginning of another.
    let questions = (0..<150).map { number -> [String] in
      let of = words[Int.random(in: 0..<words.count, using: &chance)].filter { $0.count > 1 }
        .sorted()
      return (0...number % 3).map { _ in of[Int.random(in: 0..<of.count, using: &chance)] }
    }
    let answers = try NodePeer.answers(
      to: questions.map { $0.joined(separator: " ") + " " }, in: written)
    for (question, answer) in zip(questions, answers) {
      let asked = Set(question)
      let common = asked.filter { word in words.count { $0.contains(word) } > words.count / 4 }
      let expected = words.indices.filter { words[$0].isSuperset(of: asked) }
      if common.isEmpty {
        #expect(Set(answer.shown.map(\.url)).isSubset(of: expected.map { "p\($0)/" }))
        #expect(answer.count == expected.count, "\(question)")
      } else {
        #expect(answer.count >= expected.count, "\(question)")
      }
    }
  }

  @Test("the bytes are the same however many workers there are")
  func deterministic() throws {
    var chance = Chance()
    let pages = Self.pages(150, &chance)
    let one = try WrittenIndex(pages)
    for parts in [2, 3, 7] {
      #expect(try WrittenIndex(pages, parts: parts).files == one.files)
    }
  }

  @Test("another text, heading or title changes the folder's name")
  func contentHash() throws {
    func name(_ change: (inout SearchPage) -> Void) throws -> [String] {
      var page = SearchPage(url: "a/", title: "A", html: Array("<h2>H</h2>one two".utf8))
      page.headings = [SearchPage.Heading(text: "H", anchor: "h", offset: 0)]
      change(&page)
      let files = try WrittenIndex([page]).files.keys
      return files.filter { !$0.hasSuffix("index.js") }.sorted()
    }
    let names = try [
      name { _ in }, name { $0.title = "B" }, name { $0.html = Array("<h2>H</h2>one, two".utf8) },
      name { $0.headings[0].anchor = "i" }, name { $0.trail = ["T"] }, name { $0.boost = 2 },
    ]
    #expect(Set(names).count == names.count)
    #expect(try name { _ in } == names[0])
  }

  @Test("a page titled exactly so comes first")
  func exactTitle() throws {
    var pages = (0..<60).map { number in
      Self.page(
        "Notes \(number) on prompt chains", String(repeating: "prompt chains ", count: number))
    }
    pages.insert(Self.page("Prompt", "Short."), at: 30)
    pages.insert(Self.page("Prompt chains", "Brief."), at: 40)
    let written = try WrittenIndex(pages)
    let answers = try NodePeer.answers(to: ["prompt", "Prompt Chains"], in: written)
    #expect(answers.map(\.shown.first?.title) == ["Prompt", "Prompt chains"])
  }

  @Test("a title counts more than a heading, a heading more than text, text more than code")
  func fields() throws {
    func page(_ name: String, _ html: String, heading: String? = nil) -> SearchPage {
      var page = SearchPage(url: "\(name)/", title: name, html: Array(html.utf8))
      if let heading { page.headings = [SearchPage.Heading(text: heading, anchor: "x", offset: 0)] }
      return page
    }
    let rest = "<p>some other words that all of these pages have</p>"
    let written = try WrittenIndex([
      page("One", "<pre>zebra</pre>\(rest)"), page("Two", "<p>zebra</p>\(rest)"),
      page("Three", "<h2>zebra</h2>\(rest)", heading: "zebra"),
      page("The zebra and its friends", rest), page("Five", rest),
    ])
    let answer = try NodePeer.answers(to: ["zebra"], in: written)[0]
    #expect(
      answer.shown.map(\.title) == ["The zebra and its friends", "Three", "Two", "One"])
  }

  @Test("boosted pages come first")
  func boost() throws {
    var pages = [Self.page("A", "zebra"), Self.page("B", "zebra"), Self.page("C", "zebra")]
    pages[1].boost = 3
    pages[2].boost = 0.5
    let answer = try NodePeer.answers(to: ["zebra"], in: try WrittenIndex(pages))[0]
    #expect(answer.shown.map(\.title) == ["B", "A", "C"])
  }

  @Test(
    "what is nearly right finds what was meant",
    arguments: [
      ("promt", "prompt"), ("rpompt", "prompt"), ("prompx", "prompt"), ("pprompt", "prompt"),
      ("kubrenets", "kubernetes"), ("conversatoin", "conversation"), ("Convrsaton", "conversation"),
      ("cafe", "Café"), ("CAFÉ", "Café"), ("提示", "少样本提示"), ("样", "少样本提示"), ("prom", "prompt"),
      ("conv", "conversation"),
    ])
  func near(question: String, title: String) throws {
    let titles = ["prompt", "kubernetes", "conversation", "Café", "少样本提示", "other"]
    let written = try WrittenIndex(titles.map { Self.page($0, "text") })
    let answer = try NodePeer.answers(to: [question], in: written)[0]
    #expect(answer.shown.map(\.title) == [title])
  }

  @Test("short words and numbers are not corrected", arguments: ["cot", "1235", "zzzzzzzz"])
  func notNear(question: String) throws {
    let written = try WrittenIndex([Self.page("cut", "1234 other")])
    #expect(try NodePeer.answers(to: [question], in: written)[0].count == 0)
  }

  @Test("a result names the headings whose text has the words")
  func headings() throws {
    let first = "<h2>Alpha</h2><p>nothing here</p>"
    let html = first + "<h2>Beta</h2><p>the zebra lives here</p>"
    var page = SearchPage(url: "a/", title: "A", html: Array(html.utf8))
    page.headings = [
      SearchPage.Heading(text: "Alpha", anchor: "alpha", offset: 0),
      SearchPage.Heading(text: "Beta", anchor: "beta", offset: first.utf8.count),
    ]
    let answer = try NodePeer.answers(to: ["zebra"], in: try WrittenIndex([page]))[0]
    #expect(answer.shown[0].sections.map(\.anchor) == ["beta"])
  }

  @Test("a guide of twenty pages is two files")
  func small() throws {
    var chance = Chance()
    let pages = (0..<20).map { _ in Self.pages(2, &chance)[1] }
    let written = try WrittenIndex(pages)
    #expect(written.files.count == 2)
  }

  @Test("an index of nothing answers nothing")
  func empty() throws {
    let written = try WrittenIndex([])
    #expect(try NodePeer.answers(to: ["a", "", "!!"], in: written).map(\.count) == [0, 0, 0])
  }
}
