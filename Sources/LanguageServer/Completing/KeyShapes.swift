import YAML

/// What may stand below some keys, as the table of a file's keys has it.
enum KeyShapes {
  /// The shapes of the value below a path of keys; lists between them are passed.
  static func shapes(below keys: [String], of record: Record) -> [Shape] {
    var shapes: [Shape] = [.record(record)]
    for key in keys {
      shapes = flattened(shapes).flatMap { shape -> [Shape] in
        switch shape {
        case .record(let record): record.shape(of: key).map { [$0] } ?? []
        case .dictionary(_, let shape, _): [shape]
        default: []
        }
      }
    }
    return flattened(shapes)
  }

  static func fields(below keys: [String], of record: Record) -> [Field] {
    shapes(below: keys, of: record).flatMap { shape -> [Field] in
      if case .record(let record) = shape { record.fields } else { [] }
    }
  }

  /// The words that a value can be, where they are few.
  static func words(below keys: [String], of record: Record) -> [String] {
    shapes(below: keys, of: record).flatMap { shape -> [String] in
      switch shape {
      case .choice(let words): words
      case .bool: ["true", "false"]
      default: []
      }
    }
  }

  private static func flattened(_ shapes: [Shape]) -> [Shape] {
    shapes.flatMap { shape -> [Shape] in
      switch shape {
      case .list(let shape, _): flattened([shape])
      case .either(let shapes): flattened(shapes)
      default: [shape]
      }
    }
  }
}
