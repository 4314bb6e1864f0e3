/// What a person asked the program to do.
package enum Request: Hashable, Sendable {
  case run(Invocation)
  /// Show help for the command at this path; the empty path is the program itself.
  case help([String])
  case version
}

/// A command with its flags and arguments, all checked against the table.
///
/// Asking for a name that the command does not declare is a mistake in the program, and traps.
package struct Invocation: Hashable, Sendable {
  /// The names of the command below the program: `["new", "page"]`.
  package let command: [String]

  private let declared: Set<String>
  private var toggles: [String: Bool] = [:]
  private var values: [String: [String]] = [:]

  init(_ place: Program.Place) {
    command = place.path
    declared = Set(place.command.flags.map(\.long) + place.command.arguments.map(\.name))
  }

  /// Whether a switch was given, and for one that has a `--no-` form not taken back.
  package func isOn(_ flag: String) -> Bool { toggle(flag) ?? false }

  /// Whether a switch was turned on or off; nil when it was not named.
  package func toggle(_ flag: String) -> Bool? {
    check(flag)
    return toggles[flag]
  }

  /// The value of a flag or an argument, the last one when there are several; nil when it was not
  /// given.
  package func value(_ name: String) -> String? { values(name).last }

  /// All values of a repeated flag or argument, in their order.
  package func values(_ name: String) -> [String] {
    check(name)
    return values[name] ?? []
  }

  /// The value of a flag or an argument declared as an integer.
  package func integer(_ name: String) -> Int? { value(name).flatMap { Int($0) } }

  mutating func set(_ flag: FlagSpec, to isOn: Bool) { toggles[flag.long] = isOn }
  mutating func add(_ value: String, to name: String) { values[name, default: []].append(value) }

  private func check(_ name: String) {
    precondition(declared.contains(name), "\(command) declares no \(name)")
  }
}
