extension ConversationStore {
  /// Remembers a value in the place of the one that its owner had in the same scope.
  package func keep(_ value: KeptValue) throws(StoreFailure) {
    try database.transaction { () throws(StoreFailure) in
      try remove(value.name, of: value.owner, in: value.scope)
      var contact: Int64?
      if case .contact(let name) = value.owner { contact = try contactKey(name, now: value.told) }
      try database.run(
        """
        INSERT INTO remembered (contact, pattern, name, value, told, expires)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        [
          SQLValue(contact), SQLValue(value.scope.pattern), .text(value.name), .text(value.value),
          .number(value.told), SQLValue(value.expires),
        ])
    }
  }

  /// What is known at a moment of an owner, in the order of the names; of two values with one name
  /// the pattern's own.
  /// - Parameters:
  ///   - pattern: The id of the pattern that asks; nil for what holds everywhere.
  ///   - now: Milliseconds since 1970.
  package func keptValues(
    of owner: KeptValue.Owner, for pattern: String?, now: Int64
  ) throws(StoreFailure) -> [KeptValue] {
    let all = try allKeptValues(of: owner, now: now)
      .filter { $0.scope == .everywhere || $0.scope.pattern == pattern }
    return all.filter { value in
      value.scope != .everywhere
        || !all.contains { $0.name == value.name && $0.scope != .everywhere }
    }
  }

  /// All that is known at a moment of an owner, in any scope.
  package func allKeptValues(
    of owner: KeptValue.Owner, now: Int64
  ) throws(StoreFailure) -> [KeptValue] {
    try database.rows(
      """
      SELECT pattern, remembered.name, value, told, expires
      FROM remembered LEFT JOIN contacts ON contacts.key = contact
      WHERE contacts.name IS ? AND (expires IS NULL OR expires > ?)
      ORDER BY remembered.name, pattern
      """, [SQLValue(owner.contact), .number(now)]
    ) { row in
      let scope = row.optionalText().map(KeptValue.Scope.pattern) ?? .everywhere
      let name = row.text()
      let value = row.text()
      return KeptValue(
        owner: owner, scope: scope, name: name, value: value, told: row.number(),
        expires: row.optionalNumber())
    }
  }

  /// Forgets a value, so that no byte of it stays in the file.
  /// - Returns: Whether there was one.
  @discardableResult
  package func forget(
    _ name: String, of owner: KeptValue.Owner, in scope: KeptValue.Scope
  ) throws(StoreFailure) -> Bool {
    let count = try database.transaction { () throws(StoreFailure) in
      try remove(name, of: owner, in: scope)
    }
    if count > 0 { _ = try erase() }
    return count > 0
  }

  /// Removes what is not known any more, and returns how many values that were.
  @discardableResult
  package func forgetExpired(now: Int64) throws(StoreFailure) -> Int {
    let count = try database.transaction { () throws(StoreFailure) in
      try database.run("DELETE FROM remembered WHERE expires <= ?", [.number(now)])
    }
    if count > 0 { _ = try erase() }
    return count
  }

  @discardableResult
  private func remove(
    _ name: String, of owner: KeptValue.Owner, in scope: KeptValue.Scope
  ) throws(StoreFailure) -> Int {
    // A contact that is not there has no key, and no value that equals it.
    try database.run(
      """
      DELETE FROM remembered WHERE name = ? AND pattern IS ?
        AND ifnull(contact, 0) = iif(?3 IS NULL, 0, (SELECT key FROM contacts WHERE name = ?3))
      """, [.text(name), SQLValue(scope.pattern), SQLValue(owner.contact)])
  }
}

extension KeptValue.Scope {
  fileprivate var pattern: String? {
    if case .pattern(let id) = self { id } else { nil }
  }
}

extension KeptValue.Owner {
  fileprivate var contact: String? {
    if case .contact(let name) = self { name } else { nil }
  }
}
