import Conversation

extension ConversationStore {
  /// Stores a contact: a new one, or the notes and addresses of the one with this name. An address
  /// that another contact had is this one's from then on.
  package func keep(_ contact: Contact) throws(StoreFailure) {
    try database.transaction { () throws(StoreFailure) in
      guard let key = try contactKey(contact.name, now: contact.created) else { return }
      try database.run(
        "UPDATE contacts SET notes = ? WHERE key = ?", [.text(contact.notes), .number(key)])
      try database.run("DELETE FROM contact_channels WHERE contact = ?", [.number(key)])
      for address in contact.addresses {
        try database.run(
          "INSERT OR REPLACE INTO contact_channels (contact, channel, address) VALUES (?, ?, ?)",
          [.number(key), .text(address.channel.rawValue), .text(address.address)])
      }
    }
  }

  /// In the order of their names.
  package func contacts() throws(StoreFailure) -> [Contact] {
    try database.snapshot { () throws(StoreFailure) in try contacts(where: "", []) }
  }

  package func contact(_ name: String) throws(StoreFailure) -> Contact {
    let found = try database.snapshot { () throws(StoreFailure) in
      try contacts(where: "WHERE name = ?", [.text(name)])
    }
    guard let contact = found.first else { throw .noContact(name) }
    return contact
  }

  /// Who is met at an address, if anybody is.
  package func contact(at address: Contact.Address) throws(StoreFailure) -> Contact? {
    try database.snapshot { () throws(StoreFailure) in
      try contacts(
        where:
          "WHERE key = (SELECT contact FROM contact_channels WHERE channel = ? AND address = ?)",
        [.text(address.channel.rawValue), .text(address.address)])
    }.first
  }

  /// Removes a contact and what was remembered of it. Its conversations stay, with nobody.
  /// - Returns: Whether no byte of it is left in the file, as with a session.
  @discardableResult
  package func deleteContact(_ name: String) throws(StoreFailure) -> Bool {
    let changed = try database.transaction { () throws(StoreFailure) in
      try database.run("DELETE FROM contacts WHERE name = ?", [.text(name)])
    }
    if changed == 0 { throw .noContact(name) }
    return try erase()
  }

  /// The key of a contact, which is added where it is new; within a transaction.
  func contactKey(_ name: String?, now: Int64) throws(StoreFailure) -> Int64? {
    guard let name else { return nil }
    try database.run(
      "INSERT OR IGNORE INTO contacts (name, notes, created) VALUES (?, '', ?)",
      [.text(name), .number(now)])
    return try database.number("SELECT key FROM contacts WHERE name = ?", [.text(name)])
  }

  private func contacts(
    where condition: String, _ values: [SQLValue]
  ) throws(StoreFailure) -> [Contact] {
    let found = try database.rows(
      "SELECT key, name, notes, created FROM contacts " + condition + " ORDER BY name", values
    ) { row in
      let key = row.number()
      let name = row.text()
      return (
        key: key, contact: Contact(name: name, notes: row.text(), created: row.number())
      )
    }
    var contacts: [Contact] = []
    for (key, bare) in found {
      var contact = bare
      contact.addresses = try database.rows(
        """
        SELECT channel, address FROM contact_channels WHERE contact = ? ORDER BY channel, address
        """, [.number(key)]
      ) { row throws(StoreFailure) in
        let channel = try SessionColumns.word(row.text(), as: Channel.self, in: "channel")
        return Contact.Address(channel: channel, address: row.text())
      }
      contacts.append(contact)
    }
    return contacts
  }
}
