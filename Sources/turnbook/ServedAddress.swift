import DevServer

/// Where a guide is served, and to whom.
struct ServedAddress {
  /// This machine only.
  static let usualHost = "127.0.0.1"
  static let usualPort = 8000

  let port: Int
  /// Names that lead here besides `localhost` and addresses in numbers.
  let names: [String]
  /// In numbers, as URLs write it.
  private let host: String
  /// Addresses for other machines; empty where only this one is served.
  private let others: [String]

  init(host wanted: String, socket: borrowing ListeningSocket) {
    port = socket.port
    let address = socket.address
    let isEverywhere = address == "0.0.0.0" || address == "[::]"
    let own = MachineAddresses.name.map { [$0, $0 + ".local"] } ?? []
    names = isEverywhere ? own : [wanted]
    host = isEverywhere ? Self.usualHost : address
    if isEverywhere {
      others = MachineAddresses.reachable
    } else {
      others = address.hasPrefix("127.") || address == "[::1]" ? [] : [address]
    }
    isForOthers = isEverywhere || !others.isEmpty
  }

  /// Whether other machines can read what is served.
  let isForOthers: Bool

  func url(path: String) -> String { "http://\(host):\(port)\(path)" }

  func urlsForOthers(path: String) -> [String] {
    others.map { "http://\($0):\(port)\(path)" }
  }
}
