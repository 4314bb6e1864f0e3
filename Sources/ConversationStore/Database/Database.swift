import CSQLite

/// One connection to an SQLite file: the only place that calls the library. For one thread.
final class Database {
  private let handle: OpaquePointer
  private let patience: Int

  enum Access {
    /// As if nobody wrote meanwhile: without locks, and without files beside this one.
    case looking
    case reading
    case writing
  }

  /// - Parameters:
  ///   - path: A file that is there, or `:memory:`.
  ///   - patience: For how many milliseconds another connection's lock is waited for.
  init(path: String, access: Access, patience: Int) throws(StoreFailure) {
    var handle: OpaquePointer?
    let (name, wish) =
      switch access {
      case .looking: (Self.immutable(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
      case .reading: (path, SQLITE_OPEN_READONLY)
      case .writing: (path, SQLITE_OPEN_READWRITE)
      }
    let flags = wish | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    let code = sqlite3_open_v2(name, &handle, flags, nil)
    guard code == SQLITE_OK, let handle else {
      // A handle comes with most failures, and knows the reason.
      defer { sqlite3_close_v2(handle) }
      throw Self.failure(code, of: handle, patience: patience)
    }
    self.handle = handle
    self.patience = patience
    sqlite3_busy_timeout(handle, CInt(clamping: patience))
  }

  deinit { sqlite3_close_v2(handle) }

  /// The id of the row that was inserted last.
  var lastID: Int64 { sqlite3_last_insert_rowid(handle) }

  var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

  /// Whether the library can index words.
  static var hasFullText: Bool { sqlite3_compileoption_used("ENABLE_FTS5") == 1 }

  static func wait(milliseconds: Int) { sqlite3_sleep(CInt(clamping: milliseconds)) }

  /// Runs statements without values, as they stand in a constant.
  func execute(_ script: String) throws(StoreFailure) {
    try check(sqlite3_exec(handle, script, nil, nil, nil))
  }

  /// Runs one statement and returns how many rows it changed.
  @discardableResult
  func run(_ text: String, _ values: [SQLValue] = []) throws(StoreFailure) -> Int {
    let statement = try Statement(text, in: self)
    try statement.bind(values)
    while try statement.step() {}
    return Int(sqlite3_changes(handle))
  }

  /// What `read` makes of each row of the answer.
  func rows<Value>(
    _ text: String, _ values: [SQLValue] = [],
    read: (inout Row) throws(StoreFailure) -> Value
  ) throws(StoreFailure) -> [Value] {
    let statement = try Statement(text, in: self)
    try statement.bind(values)
    var found: [Value] = []
    while try statement.step() {
      var row = Row(statement.pointer)
      found.append(try read(&row))
    }
    return found
  }

  /// The first column of the first row; nil where there is none or it is NULL.
  func number(_ text: String, _ values: [SQLValue] = []) throws(StoreFailure) -> Int64? {
    let statement = try Statement(text, in: self)
    try statement.bind(values)
    guard try statement.step() else { return nil }
    var row = Row(statement.pointer)
    return row.optionalNumber()
  }

  /// All of it or nothing. The lock for writing is taken at the start, where waiting for it helps.
  func transaction<Value>(
    _ body: () throws(StoreFailure) -> Value
  ) throws(StoreFailure) -> Value {
    try between("BEGIN IMMEDIATE", body)
  }

  /// Everything is read as it is at one moment, whatever others write meanwhile.
  func snapshot<Value>(_ body: () throws(StoreFailure) -> Value) throws(StoreFailure) -> Value {
    try between("BEGIN", body)
  }

  private func between<Value>(
    _ beginning: String, _ body: () throws(StoreFailure) -> Value
  ) throws(StoreFailure) -> Value {
    try execute(beginning)
    do throws(StoreFailure) {
      let value = try body()
      try execute("COMMIT")
      return value
    } catch {
      // Some failures have taken everything back already.
      if sqlite3_get_autocommit(handle) == 0 { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
      throw error
    }
  }

  fileprivate func prepare(_ text: String) throws(StoreFailure) -> OpaquePointer {
    var pointer: OpaquePointer?
    try check(sqlite3_prepare_v2(handle, text, -1, &pointer, nil))
    guard let pointer else { throw .refused("there is no statement in it") }
    return pointer
  }

  fileprivate func check(_ code: CInt) throws(StoreFailure) {
    guard code != SQLITE_OK else { return }
    throw Self.failure(code, of: handle, patience: patience)
  }

  /// The address of a file that is taken for one that does not change.
  private static func immutable(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF")
    var address = path.hasPrefix("/") ? "file://" : "file:"
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."):
        address.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        address += "%" + String(digits[Int(byte >> 4)]) + String(digits[Int(byte & 15)])
      }
    }
    return address + "?immutable=1"
  }

  private static func failure(
    _ code: CInt, of handle: OpaquePointer?, patience: Int
  ) -> StoreFailure {
    let cause = handle.map(sqlite3_system_errno) ?? 0
    let words = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "SQLite does not start"
    return switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: .busy(milliseconds: patience)
    case SQLITE_FULL: .diskFull
    case SQLITE_READONLY: code == readOnlyRollback ? .unfinished : .readOnly
    case SQLITE_CORRUPT: .corrupt(words)
    case SQLITE_NOTADB: .notDatabase
    case SQLITE_NOMEM: .outOfMemory
    case SQLITE_TOOBIG: .tooLarge
    case SQLITE_CANTOPEN: .cannotOpen(StoreFile.words(cause) ?? words)
    case SQLITE_PERM, SQLITE_AUTH: .cannotOpen(words)
    case SQLITE_IOERR: StoreFile.isFull(cause) ? .diskFull : .io(StoreFile.words(cause) ?? words)
    default: .refused(words)
    }
  }

  /// SQLITE_READONLY_ROLLBACK, a macro that does not come through.
  private static let readOnlyRollback = SQLITE_READONLY | (3 << 8)
}

/// One statement with its values, finalised when it goes.
private struct Statement: ~Copyable {
  let pointer: OpaquePointer
  private let database: Database

  init(_ text: String, in database: Database) throws(StoreFailure) {
    pointer = try database.prepare(text)
    self.database = database
  }

  deinit { sqlite3_finalize(pointer) }

  func bind(_ values: [SQLValue]) throws(StoreFailure) {
    for (index, value) in values.enumerated() { try bind(value, at: CInt(index + 1)) }
  }

  private func bind(_ value: SQLValue, at place: CInt) throws(StoreFailure) {
    let code =
      switch value {
      case .null: sqlite3_bind_null(pointer, place)
      case .number(let number): sqlite3_bind_int64(pointer, place, number)
      case .text(let text):
        // A pointer even where the text is empty: NULL would be no text.
        text.withCString { bytes in
          sqlite3_bind_text64(
            pointer, place, bytes, UInt64(text.utf8.count), Self.copied, UInt8(SQLITE_UTF8))
        }
      }
    try database.check(code)
  }

  /// Whether there is another row.
  func step() throws(StoreFailure) -> Bool {
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      try database.check(code)
      return false
    }
  }

  /// SQLITE_TRANSIENT: the library makes a copy before the call returns.
  private static var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}

/// The columns of a row, read from left to right. Dead with the next step.
struct Row: ~Copyable {
  private let pointer: OpaquePointer
  private var place: CInt = 0

  fileprivate init(_ pointer: OpaquePointer) { self.pointer = pointer }

  /// 0 for NULL.
  mutating func number() -> Int64 {
    defer { place += 1 }
    return sqlite3_column_int64(pointer, place)
  }

  mutating func optionalNumber() -> Int64? {
    let isNull = sqlite3_column_type(pointer, place) == SQLITE_NULL
    let number = number()
    return isNull ? nil : number
  }

  /// Empty for NULL.
  mutating func text() -> String { optionalText() ?? "" }

  mutating func optionalText() -> String? {
    defer { place += 1 }
    guard let bytes = sqlite3_column_text(pointer, place) else { return nil }
    let count = Int(sqlite3_column_bytes(pointer, place))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }
}
