import Testing
import Theme

@Suite("The theme's ids")
struct ThemeIdTests {
  @Test("an id of the theme can be no heading's anchor, which is in lower case")
  func ids() {
    var count = 0
    for file in Theme.files where file.name.hasSuffix(".mustache") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for match in text.matches(of: /\sid="([^"{]+)"/) {
        count += 1
        #expect(match.output.1.first?.isUppercase == true, "\(file.name): \(match.output.1)")
      }
    }
    #expect(count > 4)
  }
}
