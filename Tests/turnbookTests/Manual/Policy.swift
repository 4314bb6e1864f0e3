import Foundation
import Testing

/// The header that the manual gives to servers. The tests in a browser serve pages with the one that
/// `publishing.md` shows.
enum Policy {
  /// Directives of CSP level 3 that a page may be held to.
  private static let directives: Set<Substring> = [
    "default-src", "style-src", "script-src", "img-src", "font-src", "connect-src", "media-src",
    "base-uri", "form-action", "frame-ancestors",
  ]

  private static func shown() throws -> String {
    let page = try ManualPage("manual/publishing.md")
    let sample = try #require(page.samples.first { $0.language == "http" })
    return try value(of: sample)
  }

  private static func value(of sample: Sample) throws -> String {
    let header = try #require(
      sample.text.wholeMatch(of: /Content-Security-Policy: (.+)\n/), sample.place)
    return String(header.output.1)
  }

  static func page(_ sample: Sample) throws {
    let value = try value(of: sample)
    #expect(try value == shown(), sample.place)
    for directive in value.split(separator: "; ") {
      let words = directive.split(separator: " ")
      #expect(words.count > 1 && directives.contains(words[0]), "\(sample.place): \(directive)")
      for source in words.dropFirst() {
        #expect(["'none'", "'self'", "data:"].contains(source), "\(sample.place): \(source)")
      }
    }
  }

  /// nginx and Apache divide a line into words as a shell does, where nothing stands in it but
  /// quotation marks.
  static func server(_ sample: Sample, in guide: Guide) throws {
    let isNginx = sample.language == "nginx"
    var headers: [Substring: Substring] = [:]
    for line in sample.text.split(separator: "\n") {
      #expect(line.hasSuffix(";") == isNginx, "\(sample.place): \(line)")
      let statement = isNginx ? line.dropLast() : line
      let run = try guide.shell("printf '%s\\n' \(statement)", in: "")
      let words = run.text.split(separator: "\n")
      let name = isNginx ? words.firstIndex(of: "add_header") : words.firstIndex(of: "set")
      let place = try #require(name, "\(sample.place): \(line)")
      if isNginx {
        try #require(words.count == 4 && place == 0 && words[3] == "always", "\(line)")
      } else {
        try #require(words.count == 5 && words[..<place] == ["Header", "always"], "\(line)")
      }
      headers[words[place + 1]] = words[place + 2]
    }
    #expect(try headers["Content-Security-Policy"].map(String.init) == shown(), sample.place)
    #expect(headers["X-Content-Type-Options"] == "nosniff", sample.place)
  }
}
