import Diagnostics

/// The file name that a person most likely meant.
enum NearestPath {
  /// As `NearMiss`, but an extension is no likeness: `a.md` is not near `b.md`.
  static func best(for path: String, among candidates: [String]) -> String? {
    let (stem, ending) = parts(of: path)
    let alike = candidates.map(parts(of:)).filter {
      ending.isEmpty || $0.ending.isEmpty || $0.ending == ending
    }
    guard let best = NearMiss.best(for: stem, among: alike.lazy.map(\.stem)) else { return nil }
    return alike.first { $0.stem == best }.map { $0.stem + $0.ending }
  }

  private static func parts(of path: String) -> (stem: String, ending: String) {
    guard let dot = path.lastIndex(of: "."), dot != path.startIndex,
      !path[dot...].contains("/")
    else { return (path, "") }
    return (String(path[..<dot]), String(path[dot...]))
  }
}
