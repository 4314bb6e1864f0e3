import FileTree
import Terminal

/// Where patterns are looked for: what a person names, the nearest folder upwards, `$TURN_PATTERNS`,
/// what is installed.
enum PatternSearch {
  static func collection(from named: String?) throws(Refusal) -> Collection {
    if let named { return Collection([try set(at: named)]) }
    if let folder = nearest() { return Collection([try PatternSet(folder: folder)]) }
    if let named = Environment.value("TURN_PATTERNS") { return Collection([try set(at: named)]) }
    let installed = try InstalledPatterns.sets()
    guard !installed.isEmpty else {
      throw Refusal(
        .work,
        """
        there are no patterns here
        Name them with --from FOLDER, set TURN_PATTERNS, or run 'turn install FOLDER'. \
        'turnbook build' writes those of a guide into site/patterns.
        """)
    }
    return Collection(installed)
  }

  /// The patterns of a folder, a file or an address.
  /// - Parameter isCurrent: Whether a copy of what an address had once will not do.
  static func set(at named: String, isCurrent: Bool = false) throws(Refusal) -> PatternSet {
    if named.hasPrefix("http://") || named.hasPrefix("https://") {
      return try WebPatterns(named, isCurrent: isCurrent).set()
    }
    guard Discovery.isFolder(named) else { return try set(file: named) }
    let folder = named.count > 1 && named.hasSuffix("/") ? String(named.dropLast()) : named
    for place in [folder, folder + "/patterns", folder + "/site/patterns"]
    where Discovery.stamp(of: place + "/index.json") != nil {
      return try PatternSet(folder: place)
    }
    return try PatternSet(files: files(in: folder), place: folder)
  }

  private static func set(file: String) throws(Refusal) -> PatternSet {
    if file == "index.json" { return try PatternSet(folder: ".") }
    if file.hasSuffix("/index.json") {
      return try PatternSet(folder: String(file.dropLast("/index.json".count)))
    }
    return try PatternSet(files: [file], place: file)
  }

  /// The pattern files of a folder without an index.
  private static func files(in folder: String) throws(Refusal) -> [String] {
    let names: [String]
    do throws(FileError) { names = try Discovery.names(in: folder) } catch { throw Refusal(error) }
    let files = names.filter { $0.hasSuffix(".json") }
    guard !files.isEmpty else {
      throw Refusal(.work, "\(folder): there is neither an index.json nor a pattern file in it")
    }
    return files.map { "\(folder)/\($0)" }
  }

  /// The folder of the index of the guide that a person is in.
  private static func nearest() -> String? {
    guard var folder = Discovery.realPath(of: ".") else { return nil }
    while true {
      for place in ["site/patterns", "patterns"] {
        let path = (folder == "/" ? "" : folder) + "/" + place
        if Discovery.stamp(of: path + "/index.json") != nil { return path }
      }
      guard folder != "/", let slash = folder.lastIndex(of: "/") else { return nil }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
  }
}
