import ByteText
import FileTree
import JSON
import Patterns
import Terminal

/// The values that patterns ask to be kept for a person: a file in their data folder.
enum RememberedValues {
  private static let format = "turnbook.remembered/1"
  /// How every such file begins.
  private static let mark = "{\n  \"format\": \"\(format)\""

  private static var path: String? {
    Environment.dataFolder.map { $0 + "/turnbook/remembered.json" }
  }

  /// What is there; nil where that cannot be read, with a note.
  static func read() -> [GivenValues.Value]? {
    guard let path else { return [] }
    if let values = values(in: path) { return values }
    Notice.tell("what is remembered cannot be read, and stays as it is: \(path)")
    return nil
  }

  /// Nil where something is there that cannot be read, and must not be written over.
  private static func values(in path: String) -> [GivenValues.Value]? {
    let bytes: [UInt8]
    do throws(FileError) { bytes = try FileReader.read(path, limit: 1 << 24) } catch {
      return error.reason == .system(.notFound) ? [] : nil
    }
    guard let file = try? JSONValue(parsing: bytes), file["format"]?.string == format else {
      return nil
    }
    return (file["values"]?.object?.members ?? []).flatMap { member in
      (member.value.array ?? [member.value]).compactMap { value in
        value.string.map { GivenValues.Value(member.key, $0) }
      }
    }
  }

  /// Keeps what is new. Secrets are never kept; that nothing can be kept is a note, no failure.
  static func keep(_ sources: [GivenValues], for variables: [Variable]) {
    let kept = variables.filter { $0.remember == .always && $0.kind != .secret }
    // It is read again: another program may have written meanwhile.
    guard let path, !kept.isEmpty, let before = read() else { return }
    var values = before
    for variable in kept {
      let names = [variable.name] + variable.aliases
      let given = sources.map { $0.values.filter { names.contains($0.name) } }.last { !$0.isEmpty }
      guard let given else { continue }
      values.removeAll { $0.name == variable.name }
      let kept = variable.takesList ? given[...] : given.suffix(1)
      values += kept.map { GivenValues.Value(variable.name, $0.value) }
    }
    guard values != before, let folder = path.split(separator: "/").dropLast().last
    else { return }
    do throws(FileError) {
      try NewFiles.write([], in: String(path.dropLast("/remembered.json".count)), replacing: true)
      try ReplacedFile.write(encoded(values), to: path, replacingWhatBeginsWith: mark)
    } catch {
      Notice.tell("nothing can be remembered in \(folder)")
      StandardStream.error.write(Failure.text(error.diagnostic()))
    }
  }

  private static func encoded(_ values: [GivenValues.Value]) -> [UInt8] {
    var object = JSONObject()
    for value in values {
      switch object[value.name] {
      case .array(let before): object[value.name] = .array(before + [.string(value.value)])
      case let before?: object[value.name] = .array([before, .string(value.value)])
      case nil: object[value.name] = .string(value.value)
      }
    }
    var json = JSONWriter(layout: .indented)
    json.object { json in
      json.member("format", format)
      json.member("values", .object(object))
    }
    return json.finish().array + [0x0A]
  }
}
