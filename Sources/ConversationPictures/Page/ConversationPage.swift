import ByteText
import Conversation
import Patterns

/// A conversation as a page of its own, with all that was said: the path under way, and where other
/// ways leave it, those in a part that opens. It needs no script and nothing from elsewhere.
package struct ConversationPage {
  private let view: ConversationView
  private let words: PictureWords
  private let path: Strand
  private let marks: PathMarks
  private var page = PageWriter()

  private init(_ view: ConversationView) {
    self.view = view
    words = PictureWords(view)
    path = StrandBuilder.path(of: view.session, in: view.tree)
    marks = PathMarks(path, view.outlook)
  }

  /// A file of HTML, in UTF-8, that ends with a line feed.
  package static func html(_ view: ConversationView) -> [UInt8] {
    var page = ConversationPage(view)
    page.writeHead()
    page.writePath()
    page.writeRequest()
    return page.page.finished(title: page.words.title)
  }

  private mutating func writeHead() {
    page.add("<header>\n<h1 dir=\"auto\">", words.title, "</h1>\n")
    page.add("<p class=\"facts\">", words.facts(path).joined(separator: " · "), "</p>\n")
    if let goal = view.session.goal {
      page.add("<p dir=\"auto\">Goal: ", ShownText.of(goal.statement), "</p>\n")
      if !goal.steps.isEmpty {
        page.raw("<ul class=\"steps\">\n")
        for step in goal.steps {
          page.add(step.isDone ? "<li>☑ " : "<li>☐ ", ShownText.of(step.text), "</li>\n")
        }
        page.raw("</ul>\n")
      }
    }
    writeLinks(
      "Other ways on from", to: path.entries.filter { $0.ways.contains { $0.topics.isEmpty } })
    writeLinks(
      "Topics in between after", to: path.entries.filter { $0.ways.contains { !$0.topics.isEmpty } }
    )
    page.raw("</header>\n<main>\n")
  }

  /// What leaves the path under way, by the messages that it leaves behind.
  private mutating func writeLinks(_ name: StaticString, to entries: [Strand.Entry]) {
    guard !entries.isEmpty else { return }
    page.raw("<nav aria-label=\"\(name)\">\(name)")
    for entry in entries {
      page.raw(" <a href=\"#m\(entry.message.id)\">#\(entry.message.id)</a>")
    }
    page.raw("</nav>\n")
  }

  // MARK: Messages

  private mutating func writePath() {
    for way in path.beginnings { write(way, after: nil) }
    if path.entries.isEmpty {
      page.raw("<p class=\"note\">Nothing is said yet on the path under way</p>\n")
    }
    for entry in path.entries {
      if let mark = marks.before[entry.message.id] { write(mark) }
      write(topics: entry.topics)
      write(entry, isSent: (marks.fates[entry.message.id] ?? .sent) == .sent)
    }
    if let mark = marks.end { write(mark) }
    write(topics: path.openTopics)
    page.raw("</main>\n")
  }

  private mutating func write(_ entry: Strand.Entry, isSent: Bool) {
    let message = entry.message
    page.raw("<article id=\"m\(message.id)\" class=\"\(message.role.rawValue)")
    page.raw(isSent ? "\">\n<h2>" : " cut\">\n<h2>")
    page.raw("<span class=\"role\">\(PictureWords.role(message.role))</span> ")
    page.raw("<a href=\"#m\(message.id)\">")
    page.add("", words.details(entry), "</a></h2>\n")
    if !message.content.isEmpty {
      page.add("<div class=\"text\">", ShownText.of(message.content), "</div>\n")
    }
    if let ending = PictureWords.ending(message) {
      page.add("<p class=\"warning\">", ending, "</p>\n")
    }
    page.raw("</article>\n")
    for summary in entry.summaries { write(summary) }
    for way in entry.ways { write(way, after: message.id) }
  }

  private mutating func write(_ summary: ChatMessage) {
    let isUsed = marks.fates.values.contains(.summarised(by: summary.id))
    page.raw("<article id=\"m\(summary.id)\" class=\"summary\(isUsed ? "" : " cut")\">\n")
    page.add("<h2>", PictureWords.name(of: summary), "</h2>\n")
    page.add("<div class=\"text\">", ShownText.of(summary.content), "</div>\n</article>\n")
  }

  private mutating func write(_ way: Strand, after parent: ChatMessage.ID?) {
    page.raw(way.topics.isEmpty ? "<details>\n" : "<details class=\"aside\">\n")
    page.add("<summary>", PictureWords.name(of: way, after: parent), "")
    let first = ShownText.beginning(way.entries.first?.message.content ?? "", length: 60)
    // A topic is mostly said in the very words that name it.
    if way.topics.last.map({ ShownText.beginning($0.name, length: 60) }) != first {
      page.add(" <q>", first, "</q>")
    }
    page.raw("</summary>\n")
    for (number, entry) in way.entries.enumerated() {
      if number > 0 { write(topics: entry.topics) }
      write(entry, isSent: true)
    }
    page.raw("</details>\n")
  }

  // MARK: Between messages

  private mutating func write(topics: [Strand.Topic]) {
    guard !topics.isEmpty else { return }
    page.add("<p class=\"note\">", PictureWords.name(of: topics), "</p>\n")
  }

  private mutating func write(_ mark: PathMarks.Mark) {
    page.add(
      mark == .sent ? "<p class=\"mark sent\">" : "<p class=\"mark\">",
      PictureWords.words(of: mark), "</p>\n")
  }

  private mutating func writeRequest() {
    guard let outlook = view.outlook else { return }
    let warning = PictureWords.warning(outlook)
    guard warning != nil || outlook.budget.window != nil else { return }
    page.raw("<footer>\n<h2>The next request</h2>\n")
    if let warning { page.add("<p class=\"warning\">", ShownText.of(warning), "</p>\n") }
    if outlook.budget.window != nil { write(outlook.budget) }
    page.raw("</footer>\n")
  }

  private mutating func write(_ budget: ContextBudget) {
    page.add("<p>", ShownText.line(budget.headline), "</p>\n")
    page.raw(BudgetDrawing.bar(budget))
    page.raw("<table>\n")
    for part in budget.parts where part.tokens > 0 {
      page.raw("<tr><td>")
      page.raw(BudgetDrawing.sample(part.kind))
      page.raw("</td><th scope=\"row\">\(part.name)</th>")
      page.raw("<td>\(ContextBudget.grouped(part.tokens))</td>")
      page.raw("<td>\(budget.percent(part)) %</td></tr>\n")
    }
    page.raw("</table>\n")
    for remark in budget.remarks { page.add("<p class=\"facts\">", remark, "</p>\n") }
  }
}
