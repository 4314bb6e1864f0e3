import Pages
import YAML

/// The page of a guide's reference that lists the keys of `turnbook.yml` and of front matter, as
/// Markdown.
package enum ConfigurationPage {
  package static var text: String {
    """
    ---
    description: Every key of turnbook.yml and of a page's front matter, with what it may be and what holds without it.
    kind: page
    ---

    # Configuration

    A guide needs no configuration: a folder `content` with pages is enough. What follows is made from the table that \
    `turnbook` itself reads, so it cannot differ from what the program does. An unknown key is an error that names the \
    nearest known one.

    ## turnbook.yml

    """ + "\n" + section(SiteConfig.record, prefix: "") + """

      ## Front matter

      The keys at the top of a page, between two lines of three dashes. Keys that are not listed are kept: templates see \
      them as `meta`.


      """ + section(FrontMatter.record, prefix: "")
  }

  /// A table of a record's keys; those of records inside it follow in tables of their own.
  private static func section(_ record: Record, prefix: String) -> String {
    var text = "| key | what it is | value | without it |\n| --- | --- | --- | --- |\n"
    var inner = ""
    for field in record.fields {
      let name = prefix + field.name
      let required = field.isRequired ? "required" : standard(field.standard)
      text +=
        "| `\(name)` | \(ReferencePages.escaped(field.summary)) | \(ReferencePages.escaped(value(field.shape))) | \(required) |\n"
      for nested in records(in: field.shape) where !nested.fields.isEmpty {
        inner += "\n### \(name)\n\n" + section(nested, prefix: "")
      }
    }
    return text + inner
  }

  private static func value(_ shape: Shape) -> String {
    switch shape {
    case .record: "a mapping, see below"
    case .either(let shapes): shapes.map(value).joined(separator: ", or ")
    default: shape.expectation
    }
  }

  /// The records that a value of this shape is made of.
  private static func records(in shape: Shape) -> [Record] {
    switch shape {
    case .record(let record): [record]
    case .list(let element, _), .dictionary(_, let element, _): records(in: element)
    case .either(let shapes): shapes.flatMap(records)
    default: []
    }
  }

  private static func standard(_ standard: Field.Standard?) -> String {
    switch standard {
    case .text(let text): "`\(text)`"
    case .bool(let bool): "`\(bool)`"
    case .integer(let integer): "`\(integer)`"
    case nil: ""
    }
  }
}
