package import Conversation

/// A person or company that conversations are with.
package struct Contact: Sendable, Hashable {
  /// Where it can be met.
  package struct Address: Sendable, Hashable {
    package var channel: Channel
    /// A telephone number, an account: what the channel knows it by.
    package var address: String

    package init(channel: Channel, address: String) {
      self.channel = channel
      self.address = address
    }
  }

  /// Unique in a store.
  package var name: String
  package var notes: String
  package var addresses: [Address]
  /// Milliseconds since 1970.
  package var created: Int64

  package init(name: String, notes: String = "", addresses: [Address] = [], created: Int64) {
    self.name = name
    self.notes = notes
    self.addresses = addresses
    self.created = created
  }
}
