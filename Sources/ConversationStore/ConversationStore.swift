/// Conversations in one SQLite file: sessions with their messages, contacts, remembered values.
/// What a call has stored when it returns survives the end of the process and of the machine.
///
/// For one thread; several processes may use one file. Times are milliseconds since 1970 and come
/// from the caller, as does chance.
package final class ConversationStore {
  let database: Database
  let options: StoreOptions
  /// Whether words are looked up in an index.
  package let hasIndex: Bool
  /// Whether the file is of an earlier version and stays it, since it may only be read.
  let isOlder: Bool
  /// `:memory:` for a store that is gone with this value.
  package let path: String

  /// Opens a store; makes it where there is none, and makes an older one new. One that may only be
  /// read is read as it is.
  /// - Parameter path: A file, or `:memory:`.
  package init(path: String, options: StoreOptions = StoreOptions()) throws(StoreFailure) {
    self.path = path
    self.options = options
    let schema = options.schema
    if path != Self.memory {
      try StoreFile.create(at: path)
      try Self.look(at: path, options)
    }
    let database = try Database(
      path: Self.name(path), access: .writing, patience: options.patience)
    self.database = database
    do throws(StoreFailure) {
      try database.execute(Self.settings)
      try schema.raise(database, patience: options.patience)
    } catch .cannotOpen where database.isReadOnly {
      // Reading too needs a file beside it, which cannot be made.
      throw .readOnly
    }
    if let pages = options.mostPages {
      // A pragma takes no parameters; the number is ours.
      try database.execute("PRAGMA max_page_count = " + String(pages))
    }
    isOlder =
      database.isReadOnly ? try schema.version(of: database) < schema.version : false
    hasIndex = try SearchIndex.settle(in: database, isWanted: options.indexesWords)
  }

  static let memory = ":memory:"

  /// Whether there is a file of this name; it may be something else than a store.
  package static func isThere(_ path: String) -> Bool { StoreFile.isThere(path) }

  /// With a folder before it, no name means anything to SQLite but a file's.
  private static func name(_ path: String) -> String {
    path == memory || path.hasPrefix("/") ? path : "./" + path
  }

  /// Looks at the file through a connection that cannot change a byte of it.
  private static func look(at path: String, _ options: StoreOptions) throws(StoreFailure) {
    let name = name(path)
    // Where nothing is left to be brought into the file, it can be read without a trace.
    let isAlone = !StoreFile.isThere(name + "-wal") && !StoreFile.isThere(name + "-journal")
    do throws(StoreFailure) {
      let database = try Database(
        path: name, access: isAlone ? .looking : .reading, patience: options.patience)
      _ = try options.schema.version(of: database)
    } catch .unfinished {
      // Only writing mends it; its version is looked at afterwards.
    }
  }

  /// Every commit waits for the disk, on macOS for more than its cache, and what is deleted is
  /// overwritten.
  private static let settings = """
    PRAGMA foreign_keys = ON;
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA checkpoint_fullfsync = ON;
    PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY;
    """
}
