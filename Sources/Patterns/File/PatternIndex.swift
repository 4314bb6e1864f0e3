import ByteText
import JSON

/// `patterns/index.json`: what there is to choose from, without the patterns themselves.
package struct PatternIndex: Sendable, Hashable {
  package static let format = "turnbook.patterns/1"

  package struct Entry: Sendable, Hashable {
    package var id: String
    package var title: String
    package var description: String
    package var platforms: [String]
    package var tags: [String]
    /// The names of the variables.
    package var variables: [String]
    /// The ids of the variants.
    package var variants: [String]
    /// The pattern file, relative to the index.
    package var url: String
    /// Of the pattern file's bytes.
    package var sha256: String

    /// - Parameter file: The bytes of the pattern's file.
    package init(_ pattern: Pattern, file: [UInt8]) {
      id = pattern.id
      title = pattern.title
      description = pattern.description
      platforms = pattern.platforms.map(\.id)
      tags = pattern.tags
      variables = pattern.variables.map(\.name)
      variants = pattern.variants.map(\.id)
      url = pattern.id + ".json"
      sha256 = SHA256.hexadecimal(of: file)
    }
  }

  package var entries: [Entry]

  package init(_ entries: [Entry]) { self.entries = entries }

  package func encoded() -> [UInt8] {
    var json = JSONWriter(layout: .indented)
    json.object { json in
      json.member("format", Self.format)
      json.array("patterns") { json in for entry in entries { Self.write(entry, to: &json) } }
    }
    var buffer = json.finish()
    buffer.append("\n")
    return buffer.array
  }

  private static func write(_ entry: Entry, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", entry.id)
      json.member("title", entry.title)
      json.member("description", entry.description)
      for (key, list) in [
        ("platforms", entry.platforms), ("tags", entry.tags), ("variables", entry.variables),
        ("variants", entry.variants),
      ] {
        json.array(key) { json in for text in list { json.value(text) } }
      }
      json.member("url", entry.url)
      json.member("sha256", entry.sha256)
    }
  }
}

extension PatternIndex {
  /// Fields that are not known are passed over.
  package init(decoding bytes: [UInt8]) throws(PatternFileError) {
    var fields = try Fields(parsing: bytes, format: Self.format)
    entries = try fields.list("patterns") { (value, path) throws(PatternFileError) in
      var fields = try Fields(value, at: path)
      return try Entry(&fields)
    }
    var ids: Set<String> = []
    for (index, entry) in entries.enumerated() where !ids.insert(entry.id).inserted {
      throw PatternFileError(.repeated(entry.id), at: "patterns[\(index)].id")
    }
  }
}

extension PatternIndex.Entry {
  fileprivate init(_ fields: inout Fields) throws(PatternFileError) {
    id = try fields.text("id")
    title = try fields.text("title")
    description = try fields.text("description")
    platforms = try fields.texts("platforms")
    tags = try fields.texts("tags")
    variables = try fields.texts("variables")
    variants = try fields.texts("variants")
    url = try fields.text("url")
    sha256 = try fields.text("sha256")
  }
}
