import Commands
import FileTree
import Patterns
import Terminal

/// `turn install`: copies the patterns of a guide into the person's data folder.
struct InstallCommand {
  private let place: String
  private let name: String?

  init(_ invocation: Invocation) {
    place = invocation.value("PLACE") ?? "."
    name = invocation.value("name")
  }

  func run() throws(Refusal) {
    let isAddress = place.hasPrefix("http://") || place.hasPrefix("https://")
    let origin = isAddress ? place : Discovery.realPath(of: place) ?? place
    let name = name ?? Self.name(for: origin)
    guard !name.isEmpty, !name.hasPrefix("."), !name.hasPrefix("_"), !name.contains("/") else {
      throw Refusal(.usage, "\"\(name)\" cannot be the name of a folder; choose one with --name")
    }
    let set = try PatternSearch.set(at: origin, isCurrent: true)
    try InstalledPatterns.install(set, as: name, from: origin)
    let count = try set.index.entries.count
    StandardStream.error.write("Installed \(count) pattern\(count == 1 ? "" : "s") as \(name)\n")
  }

  /// The last part of a path or address that says something.
  private static func name(for origin: String) -> String {
    let parts = origin.split(separator: "/").drop { $0 == "http:" || $0 == "https:" }
    let empty: Set<Substring> = ["patterns", "site", "index.json"]
    let part = parts.last { !empty.contains($0) } ?? parts.last ?? ""
    let name = part.hasSuffix(".json") ? part.dropLast(".json".count) : part
    return String(name.map { $0.isLetter || $0.isNumber || "-._".contains($0) ? $0 : "-" })
  }
}

/// `turn update`: installs again what is installed, from where it came.
struct UpdateCommand {
  private let names: [String]

  init(_ invocation: Invocation) { names = invocation.values("NAME") }

  func run() throws(Refusal) {
    let installed = try InstalledPatterns.names()
    for name in names where !installed.contains(name) {
      throw Refusal(
        .usage, Collection.unknown("installed set", name, among: installed))
    }
    if installed.isEmpty { Notice.tell("nothing is installed") }
    var failures: [Refusal] = []
    for name in names.isEmpty ? installed : names {
      do throws(Refusal) {
        let origin = try InstalledPatterns.origin(of: name)
        let set = try PatternSearch.set(at: origin, isCurrent: true)
        try InstalledPatterns.install(set, as: name, from: origin)
        StandardStream.error.write("Updated \(name)\n")
      } catch {
        failures.append(error)
      }
    }
    guard var failure = failures.first else { return }
    failure.text = failures.map(\.text).joined()
    throw failure
  }
}
