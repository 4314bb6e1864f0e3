import FileTree
import Terminal

/// The person's own editor, for words of several lines.
enum Editor {
  static var named: String? { Environment.value("VISUAL") ?? Environment.value("EDITOR") }

  /// What a person made of a text; nil when the editor did not end well.
  static func edited(_ text: String, with editor: String) -> String? {
    let folder = Environment.value("TMPDIR") ?? "/tmp"
    let path = "\(folder)/turn-\(UInt64.random(in: 0 ... .max)).txt"
    do throws(FileError) {
      try OutputFile.write(Array(text.utf8), to: path, isPrivate: true)
      // As a shell word, because an editor may have arguments; the path is one of its own.
      let isDone = OtherProgram.run(["sh", "-c", "\(editor) \"$1\"", "sh", path])
      let bytes = try FileReader.read(path, limit: 1 << 28)
      OutputFile.remove(path)
      guard isDone else { return nil }
      return String(decoding: bytes.last == 0x0A ? bytes.dropLast() : bytes[...], as: UTF8.self)
    } catch {
      StandardStream.error.write(Failure.text(error.diagnostic()))
      return nil
    }
  }
}
