import Diagnostics

extension ArgumentReader {
  /// Reads `--name`, `--name=value`, `--name value` or `--no-name`.
  mutating func readLongFlag(_ word: String) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let spelling = String(parts[0])
    let value = parts.count > 1 ? String(parts[1]) : nil
    guard let flag = place.command.allFlags.first(where: { $0.longSpellings.contains(spelling) })
    else {
      reportUnknown(spelling, hasValue: value != nil)
      return
    }
    if flag.value != nil {
      readValue(of: flag, spelled: spelling, given: value)
    } else if value != nil {
      problems.append(.unexpectedValue(flag: spelling))
    } else {
      turn(flag, on: spelling == "--\(flag.long)")
    }
  }

  /// Reads a cluster: `-a`, `-abc`, `-n5`, `-n=5`, `-n 5`.
  ///
  /// A long name with one dash is refused: nobody who writes `-output` means the flag `-o` with the
  /// value `utput`.
  mutating func readShortFlags(_ word: String) {
    let name = word.prefix { $0 != "=" }
    if place.command.allFlags.contains(where: { $0.longSpellings.contains("-\(name)") }) {
      reportUnknown(String(name), hasValue: name.count < word.count)
      return
    }
    var rest = word.dropFirst()
    while let letter = rest.popFirst() {
      let spelling = "-\(letter)"
      guard let flag = place.command.allFlags.first(where: { $0.short == letter }) else {
        // When not even the first letter is a flag, the word is likelier a misspelt name than a
        // cluster.
        let isFirst = rest.count == word.count - 2
        reportUnknown(isFirst ? word : spelling, hasValue: word.contains("="))
        return
      }
      if flag.value != nil {
        let glued = rest.first == "=" ? rest.dropFirst() : rest
        readValue(of: flag, spelled: spelling, given: rest.isEmpty ? nil : String(glued))
        return
      }
      if rest.first == "=" {
        problems.append(.unexpectedValue(flag: spelling))
        return
      }
      turn(flag, on: true)
    }
  }

  /// Reports a value that its kind does not allow; `owner` is the flag or argument it is meant for.
  mutating func check(_ value: String, _ kind: ValueKind, owner: String) {
    switch kind {
    case .text, .file, .folder, .listed: break
    case .choice(let allowed):
      if !allowed.contains(value) {
        let nearest = NearMiss.best(for: value, among: allowed)
        problems.append(.notAllowed(value, owner: owner, allowed: allowed, nearest: nearest))
      }
    case .integer(let range):
      guard let number = Int(value) else {
        problems.append(.notAnInteger(value, owner: owner))
        return
      }
      if !range.contains(number) {
        problems.append(.outOfRange(value, owner: owner, range))
      }
    }
  }

  private mutating func turn(_ flag: FlagSpec, on isOn: Bool) {
    switch flag {
    case .help: interruption = interruption ?? .help(place.path)
    case .version: interruption = interruption ?? .version
    default: invocation.set(flag, to: isOn)
    }
  }

  private mutating func readValue(of flag: FlagSpec, spelled spelling: String, given: String?) {
    guard let (name, kind) = flag.value else { return }
    let (value, rejected) = given.map { ($0, nil) } ?? takeValue()
    guard let value else {
      problems.append(.missingValue(flag: spelling, name: name, rejected: rejected))
      return
    }
    check(value, kind, owner: spelling)
    invocation.add(value, to: flag.long)
  }

  /// Reports a flag that the command does not have. The value of the flag that was meant is
  /// skipped, so that it is not taken for an argument and reported too.
  private mutating func reportUnknown(_ spelling: String, hasValue: Bool) {
    let meant: FlagSpec?
    if let owner = subcommandWithFlag(spelling) {
      meant = owner.flag
      let command = program.words(for: place.path + [owner.name])
      problems.append(.misplacedFlag(spelling, command: command))
    } else {
      let flags = place.command.allFlags
      let nearest = NearMiss.best(for: spelling, among: flags.flatMap(\.longSpellings))
      meant = flags.first { flag in nearest.map(flag.longSpellings.contains) ?? false }
      problems.append(.unknownFlag(spelling, nearest: nearest))
    }
    if meant?.value != nil, !hasValue { _ = takeValue() }
  }

  private func subcommandWithFlag(_ spelling: String) -> (name: String, flag: FlagSpec)? {
    for command in place.command.subcommands {
      if let flag = command.flags.first(where: { $0.spellings.contains(spelling) }) {
        return (command.name, flag)
      }
    }
    return nil
  }
}
