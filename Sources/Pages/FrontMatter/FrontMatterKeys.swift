package import YAML

extension FrontMatter {
  /// The keys of front matter with their types: what is checked, and what the reference and the
  /// JSON Schema show.
  package static let record = Record(
    [
      Field("title", .text, "the page's title; else its first heading, else its file name"),
      Field("description", .text, "one or two sentences on what the page is about"),
      Field("id", .formatted(.plainName), "stable id of the technique; else the file's slug"),
      Field("kind", words(of: PageKind.self), "what the page is for; picks its template"),
      Field("platforms", wordList, "ids of the platforms that the page applies to"),
      Field(
        "pitfalls", .list(.record(pitfall), of: "pitfalls"),
        "what goes wrong, the same as admonitions in the section Common Pitfalls"),
      Field(
        "related", .list(.either([.text, .record(relatedPage)]), of: "links"),
        "pages that belong to this one, the same as the list in the section Related Techniques"),
      Field(
        "variables",
        .dictionary(.variableName, .record(variable), of: "names to what is said about them"),
        "declares the variables of the page's pattern"),
      Field("pattern", .bool, "false switches the extraction of patterns off"),
      Field("slug", .formatted(.pathSegment), "the last part of the page's URL"),
      Field(
        "goal", .either([.text, .record(goalRecord)]), "what the conversation is for"),
      Field("tags", wordList, "words under which the page is listed"),
      Field(
        "date", .either([.date, .record(dates)]), "the day on which the page was published"),
      Field("updated", .date, "the day on which the page was last revised"),
      Field("authors", .list(.text, of: "names"), "who wrote the page"),
      Field("draft", .bool, "true leaves the page out of the site"),
      Field(
        "order", .integer(Int.min...Int.max),
        "the place among the pages of the folder, lowest first"),
      Field(
        "redirect_from",
        .either([.formatted(.formerPath), .list(.formatted(.formerPath), of: "paths")]),
        "paths at which the page stood before"),
      Field("search", .record(searchRecord), "how the page takes part in the search"),
      Field("template", .formatted(.plainName), "the name of the page's template"),
      Field(
        "image", .text,
        "the picture that other sites show beside a link to the page: a file or an address"),
      Field("hide", wordList, "parts of the page that are left out, such as toc or navigation"),
    ],
    isOpen: true,
    // Keys that mkdocs, its plugins and Material read; near one of ours, but meant.
    foreign: ["author", "data", "hidden", "images", "links", "revision_date"])

  private static let pitfall = Record([
    Field("title", .text, "what goes wrong, in a few words", isRequired: true),
    Field("problem", .text, "what happens, and why"),
    Field("fix", .text, "what to do instead"),
    Field("severity", .text, "how bad it is, as the type of an admonition: warning, danger"),
  ])

  private static let relatedPage = Record([
    Field("page", .text, "the link, relative to this page's file", isRequired: true),
    Field("note", .text, "how the two pages belong together"),
  ])

  private static let goalRecord = Record([
    Field("statement", .text, "what the conversation is for", isRequired: true),
    Field("done_when", .list(.text, of: "conditions"), "how to tell that the goal is reached"),
  ])

  private static let searchRecord = Record([
    Field("exclude", .bool, "true leaves the page out of the search"),
    Field("boost", .number(0...1_000_000), "factor on the page's rank; 1 changes nothing"),
  ])

  private static let dates = Record([
    Field("created", .date, "the day on which the page was published", isRequired: true),
    Field("updated", .date, "the day on which the page was last revised"),
  ])

  private static let variable = Record([
    Field("slot", .text, "the slot as the pattern has it, where the name does not tell"),
    Field("label", .text, "what a form shows as the name"),
    Field("description", .text, "what to enter"),
    Field("type", words(of: VariableType.self), "what the value must be"),
    Field("default", textOrTexts, "the value where none is given"),
    Field("required", .bool, "whether the pattern cannot be filled without it"),
    Field("choices", .list(.text, of: "values"), "the values that are allowed"),
    Field("example", textOrTexts, "a value that shows what is meant"),
    Field("multiline", .bool, "whether the value may have several lines"),
    Field("list", .bool, "whether there may be several values"),
    Field("remember", words(of: Remembrance.self), "how long the value is kept"),
    Field("aliases", .list(.formatted(.variableName), of: "names"), "names it had before"),
  ])

  private static let wordList = Shape.list(.text, of: "words")
  private static let textOrTexts = Shape.either([.text, .list(.text, of: "texts")])

  private static func words<Word: CaseIterable & RawRepresentable<String>>(
    of type: Word.Type
  ) -> Shape {
    .choice(type.allCases.map(\.rawValue))
  }
}
