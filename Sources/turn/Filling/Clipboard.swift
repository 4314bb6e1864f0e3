import Terminal

/// The clipboard of a person's desktop, through the program that it comes with; else through the
/// terminal.
enum Clipboard {
  private static let programs = [
    ["wl-copy"], ["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"],
    ["pbcopy"],
  ]

  static func put(_ bytes: [UInt8]) throws(Refusal) {
    let found = programs.filter { OtherProgram.isThere($0[0]) }
    for program in found where OtherProgram.run(program, input: bytes) { return }
    guard StandardStream.error.isTerminal else {
      let names = found.map { $0[0] }.joined(separator: " and ")
      throw Refusal(
        .work,
        found.isEmpty
          ? "there is no clipboard; install wl-copy, xclip or xsel"
          : "nothing is copied: \(names) failed")
    }
    // "Operating System Command" 52 of xterm, which works over a network too.
    StandardStream.error.write("\u{1B}]52;c;\(base64(bytes))\u{07}")
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      let word = part.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - part.count))
      for index in 0..<4 {
        text.append(index <= part.count ? digits[word >> (18 - 6 * index) & 63] : 0x3D)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
