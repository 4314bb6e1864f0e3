import CSQLite

/// A database as SQLite alone sees it, to make files and to judge them.
final class RawDatabase {
  private let handle: OpaquePointer

  struct Refused: Error {
    let words: String
  }

  init(_ path: String) throws {
    var handle: OpaquePointer?
    guard sqlite3_open(path, &handle) == SQLITE_OK, let handle else {
      throw Refused(words: "it does not open")
    }
    self.handle = handle
  }

  deinit { sqlite3_close_v2(handle) }

  func run(_ script: String) throws {
    guard sqlite3_exec(handle, script, nil, nil, nil) == SQLITE_OK else {
      throw Refused(words: String(cString: sqlite3_errmsg(handle)))
    }
  }

  /// The first column of every row, as text.
  func column(_ question: String) throws -> [String] {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, question, -1, &statement, nil) == SQLITE_OK else {
      throw Refused(words: String(cString: sqlite3_errmsg(handle)))
    }
    defer { sqlite3_finalize(statement) }
    var found: [String] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      found.append(sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? "NULL")
    }
    return found
  }

  /// What is wrong with the file; empty for nothing.
  func faults() throws -> [String] {
    try column("PRAGMA integrity_check").filter { $0 != "ok" }
      + column("SELECT \"table\" || ' ' || rowid FROM pragma_foreign_key_check")
  }
}
