import FileTree
import Synchronization

/// Where the answers of tests come from: recordings, or the model, whose answers may be recorded.
enum AnswerSource {
  /// Where each target has its recording.
  case recordings
  case replay(String)
  case live
  case recording(String)

  var asksModel: Bool {
    switch self {
    case .recordings, .replay: false
    case .live, .recording: true
    }
  }

  /// The file of a target; nil where answers are neither recorded nor taken from one.
  /// - Parameter standard: Where the target has its recording without more.
  func file(of standard: String) -> String? {
    let name = standard.split(separator: "/").last.map(String.init) ?? standard
    return switch self {
    case .recordings: standard
    case .live: nil
    case .replay(let place): Discovery.isFolder(place) ? Self.path(name, in: place) : place
    case .recording(let place): Self.isFile(place) ? place : Self.path(name, in: place)
    }
  }

  /// A file to record into need not be there, and no more does a folder.
  static func isFile(_ place: String) -> Bool {
    !Discovery.isFolder(place) && (place.hasSuffix(".jsonl") || Discovery.stamp(of: place) != nil)
  }

  private static func path(_ name: String, in folder: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}

/// The lines of a recording until it is written as a whole: one that was not finished must not
/// replace one that was.
final class RecordedLines: Sendable {
  private let bytes = Mutex<[UInt8]>([])

  func add(_ line: [UInt8]) { bytes.withLock { $0 += line } }

  func write(to path: String) throws(Refusal) {
    let folder = TestTarget.folder(of: path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    do throws(FileError) {
      try NewFiles.write(
        [NewFiles.File(path: name, bytes: bytes.withLock { $0 })], in: folder, replacing: true)
    } catch {
      throw Refusal(error)
    }
  }
}
