import Testing

/// A command of the manual that a test cannot run as a person would, and why.
struct Exception: Sendable {
  enum Kind: Sendable {
    /// It ends with this code, because the test lacks something.
    case ending(Int32)
    /// It is not run. A shell reads its words, and `make` its target.
    case unrun
    /// It goes on until it is ended, and then ends with success. Numbers in its first line are
    /// those of the day.
    case endless
  }

  let command: String
  let kind: Kind
  let reason: String

  static let all = [
    Exception("sudo apt-get install make git", .unrun, "needs root and the network"),
    Exception(
      """
      sudo apt-get install ca-certificates binutils gcc libc6-dev \\
        libstdc++-12-dev libcurl4 libedit2 libncurses6 libsqlite3-0 \\
        libuuid1 libxml2 tzdata zlib1g-dev
      """, .unrun, "needs root and the network"),
    Exception("xcode-select --install", .unrun, "opens a window on macOS"),
    Exception("git clone https://github.com/OWNER/turnbook", .unrun, "needs the network"),
    Exception(
      "claude mcp add --scope user turnbook -- turn mcp --from ~/guides/prompts", .unrun,
      "is a program of somebody else"),
    Exception("turnbook serve --open", .endless, "serves until somebody ends it"),
    Exception("turnbook serve --host 0.0.0.0", .endless, "serves until somebody ends it"),
    Exception("turnbook lsp", .ending(1), "no editor speaks to it"),
    Exception("make site", .unrun, "builds the release program, which takes minutes"),
    Exception("make install PREFIX=\"$HOME/.local\"", .unrun, "builds the release programs"),
    Exception("make deb", .unrun, "builds the release programs"),
    Exception("make release", .unrun, "builds the release programs"),
    Exception("brew install --build-from-source ./turnbook.rb", .unrun, "needs Homebrew"),
    Exception("podman build -t turnbook .", .unrun, "needs the network"),
    Exception(
      "podman run --rm --userns=keep-id -v \"$PWD:/guide\" turnbook build", .unrun,
      "needs the image"),
    Exception(
      "sudo apt-get install ./.build/turnbook_*.deb", .unrun, "needs root"),
    Exception(
      "turnbook check --fix --dry-run   # shows the changes as a diff", .ending(1),
      "what could be mended is still there"),
    Exception("turn chat code-review -v code=@a.py", .ending(2), "nobody has a key"),
    Exception(
      "turn chat --provider ollama --model llama3.2", .ending(64), "nobody is at the terminal"),
    Exception("turn test code-review --record tests", .ending(2), "nobody has a key"),
    Exception(
      "turn test review.turntest.json --record review.replay.jsonl", .ending(2),
      "nobody has a key"),
    Exception(
      "turn install https://guide.example/patterns --name team", .ending(2),
      "no host has such a name"),
    Exception(
      "turn install https://guide.example/patterns", .ending(2), "no host has such a name"),
    Exception("turn chat code-review -v code=@a.py", .ending(2), "nobody has a key"),
    Exception(
      "turn chat code-review -v code=@a.py -y -f markdown > a.md", .ending(2),
      "nobody has a key"),
  ]

  private init(_ command: String, _ kind: Kind, _ reason: String) {
    self.command = command
    self.kind = kind
    self.reason = reason
  }

  static func of(_ command: String) -> Exception? { all.first { $0.command == command } }
}

extension Workshop {
  /// Reads a command as far as that goes without running it.
  static func readWords(of command: String) throws {
    var script = "sh -n -c \"$COMMAND\""
    if command.hasPrefix("make ") { script += "; eval \"make -n ${COMMAND#make }\"" }
    let run = try bash(script, in: Repository.folder, environment: ["COMMAND": command])
    #expect(run.status == 0, "\(command): \(run.errors)")
  }
}
