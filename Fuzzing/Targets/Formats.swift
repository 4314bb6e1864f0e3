@testable import ByteText
@testable import Checking
@testable import ExternalLinks
@testable import JSON
@testable import Site

extension Target {
  static let json = Target(name: "json") { input in
    for keys in [JSONValue.DuplicateKeys.reject, .keepLast] {
      guard let value = try? JSONValue(parsing: input, duplicateKeys: keys) else { continue }
      for layout in [JSONWriter.Layout.compact, .indented] {
        var writer = JSONWriter(layout: layout)
        writer.value(value)
        let again = try? JSONValue(parsing: writer.finish().array)
        require(again == value, "a value is not what was written of it")
      }
    }
  }

  /// What builds and checks leave for the next: the cache, the lock, the answers of servers.
  static let caches = Target(name: "caches") { input in
    let choice = Choice(input)
    switch choice.number & 3 {
    case 0:
      _ = try? BuildCache.decoded(choice.rest[...])
    case 1:
      // With its sum right, so that what is behind it is read.
      _ = try? BuildCache.decoded(BuildCache.sealed(choice.rest)[...])
    case 2:
      let lock = PublishedLock(reading: choice.rest, path: "turnbook.lock")
      holdRanges(lock.diagnostics, in: choice.rest.count)
    default:
      _ = AnswerCache(choice.rest)
    }
  }
}
