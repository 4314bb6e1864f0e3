/// What the tables are, and how a store of an earlier version comes to be one of this.
package struct Schema: Sendable {
  /// The first makes version 1 of an empty file, each further one the next version of the one before.
  /// What has once been released is never changed.
  package var steps: [String]

  package init(steps: [String]) { self.steps = steps }

  package static let current = Schema(steps: [first, second])

  package var version: Int { steps.count }

  /// What the file says that it is: "Turn" in ASCII.
  package static let application: Int64 = 0x5475_726E

  /// The version of a store; 0 for an empty file. Anything that is no store is refused.
  func version(of database: Database) throws(StoreFailure) -> Int {
    try database.snapshot { () throws(StoreFailure) in
      let application = try database.number("PRAGMA application_id") ?? 0
      let found = Int(try database.number("PRAGMA user_version") ?? 0)
      if application == 0, found == 0,
        try database.number("SELECT count(*) FROM sqlite_schema") == 0
      {
        return 0
      }
      guard application == Self.application else { throw .foreign(application: application) }
      guard found <= version else { throw .newer(found: found, known: version) }
      return found
    }
  }

  /// Brings a store to this version, each step whole or not at all.
  func raise(_ database: Database, patience: Int) throws(StoreFailure) {
    // A store that may only be read is read as it is; an empty file is none.
    if database.isReadOnly, try version(of: database) > 0 { return }
    while try version(of: database) < version {
      try database.transaction { () throws(StoreFailure) in
        // Another process may have been faster.
        let found = Int(try database.number("PRAGMA user_version") ?? 0)
        guard found < version else { return }
        try database.execute(steps[found])
        // Pragmas take no parameters; the numbers are ours.
        try database.execute("PRAGMA application_id = " + String(Self.application))
        try database.execute("PRAGMA user_version = " + String(found + 1))
      }
    }
    if !database.isReadOnly { try useLog(in: database, patience: patience) }
  }

  /// Lets others read while one writes. The first to ask needs the file for itself for a moment,
  /// and SQLite does not wait for that by itself.
  private func useLog(in database: Database, patience: Int) throws(StoreFailure) {
    var waited = 0
    while true {
      do throws(StoreFailure) {
        return try database.execute("PRAGMA journal_mode = WAL")
      } catch .busy where waited < patience {
        Database.wait(milliseconds: 10)
        waited += 10
      }
    }
  }
}
