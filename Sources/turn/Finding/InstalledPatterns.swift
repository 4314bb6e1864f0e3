import ByteText
import FileTree
import JSON
import Patterns
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The patterns in a person's data folder: a folder for each set, with its index, its files and
/// where it came from.
enum InstalledPatterns {
  static let originFile = "origin.json"
  private static let originFormat = "turnbook.origin/1"

  static var folder: String? { Environment.dataFolder.map { $0 + "/turnbook/patterns" } }

  /// The names of the sets, in their order.
  static func names() throws(Refusal) -> [String] {
    guard let folder else { return [] }
    var found: [String] = []
    do throws(FileError) {
      guard try Discovery.has(folder) else { return [] }
      for name in try Discovery.names(in: folder)
      where try Discovery.has("\(folder)/\(name)/index.json") {
        found.append(name)
      }
    } catch {
      throw Refusal(error)
    }
    return found
  }

  static func sets() throws(Refusal) -> [PatternSet] {
    guard let folder else { return [] }
    var sets: [PatternSet] = []
    for name in try names() { sets.append(try PatternSet(folder: "\(folder)/\(name)")) }
    return sets
  }

  /// Takes a copy of a set, in the place of one of that name.
  static func install(_ set: PatternSet, as name: String, from origin: String) throws(Refusal) {
    guard let folder else {
      throw Refusal(.work, "there is no place for patterns: set HOME or XDG_DATA_HOME")
    }
    var files = [
      NewFiles.File(path: "index.json", bytes: try set.index.encoded()),
      NewFiles.File(path: originFile, bytes: originBytes(origin)),
    ]
    for entry in try set.index.entries {
      guard ![originFile, "index.json"].contains(entry.url) else {
        throw Refusal(.work, "\(set.place): no pattern file may be called \(entry.url)")
      }
      files.append(NewFiles.File(path: entry.url, bytes: try set.bytes(of: entry)))
    }
    // Written beside the old ones first: what is installed stays while anything can still go wrong.
    let draft = "\(folder)/.\(name).new"
    remove(draft)
    do throws(FileError) {
      try NewFiles.write(files, in: draft, replacing: true)
      try FolderReplacement.put(".\(name).new", at: name, in: folder)
      remove(draft)
    } catch {
      remove(draft)
      throw Refusal(error)
    }
  }

  /// Where a set came from.
  static func origin(of name: String) throws(Refusal) -> String {
    let path = "\(folder ?? "")/\(name)/\(originFile)"
    let bytes = try PatternSet.read(path)
    guard let file = try? JSONValue(parsing: bytes), file["format"]?.string == originFormat,
      let origin = file["from"]?.string
    else { throw Refusal(.work, "\(path): it does not say where the patterns come from") }
    return origin
  }

  static func uninstall(_ name: String) throws(Refusal) {
    let names = try names()
    guard let folder, names.contains(name) else {
      throw Refusal(
        .usage,
        names.isEmpty
          ? "nothing is installed" : Collection.unknown("installed set", name, among: names))
    }
    remove("\(folder)/\(name)")
    StandardStream.error.write("Removed \(name)\n")
  }

  private static func originBytes(_ origin: String) -> [UInt8] {
    var json = JSONWriter(layout: .indented)
    json.object { json in
      json.member("format", originFormat)
      json.member("from", origin)
    }
    return json.finish().array + [0x0A]
  }

  /// Removes the files below a folder of ours, and the folder when nothing else is in it.
  private static func remove(_ path: String) {
    guard Discovery.isFolder(path), let found = try? Discovery.files(in: path) else { return }
    var folders: Set<String> = []
    for file in found.files {
      unlink("\(path)/\(file.path)")
      var parts = file.path.split(separator: "/").dropLast()
      while !parts.isEmpty {
        folders.insert(parts.joined(separator: "/"))
        parts = parts.dropLast()
      }
    }
    for folder in folders.sorted(by: { $0.utf8.count > $1.utf8.count }) {
      rmdir("\(path)/\(folder)")
    }
    rmdir(path)
  }
}
