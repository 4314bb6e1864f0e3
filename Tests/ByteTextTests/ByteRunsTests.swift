import ByteText
import Testing

@Suite("A text among bytes")
struct ByteRunsTests {
  let bytes = Array("<ul>\n<li>a</li><ul><li>b</ul>".utf8)

  @Test("it is found where it stands first, within its bounds only")
  func found() {
    #expect(bytes.range(of: "<ul>", from: 0, to: bytes.count) == 0..<4)
    #expect(bytes.range(of: "<ul>", from: 1, to: bytes.count) == 15..<19)
    #expect(bytes.range(of: "<ul>", from: 1, to: 18) == nil)
    #expect(bytes.range(of: "<ul>", from: 15, to: 19) == 15..<19)
    #expect(bytes.range(of: "</ul>", from: 0, to: bytes.count) == 24..<29)
    #expect(bytes.range(of: "<ol>", from: 0, to: bytes.count) == nil)
    #expect([].range(of: "<ol>", from: 0, to: 0) == nil)
  }

  @Test("it is counted without one over another")
  func counted() {
    #expect(bytes.count(of: "<li>", in: 0..<bytes.count) == 2)
    #expect(bytes.count(of: "<li>", in: 0..<20) == 1)
    #expect(Array("aaaaa".utf8).count(of: "aa", in: 0..<5) == 2)
    #expect(bytes.count(of: "<p>", in: 0..<bytes.count) == 0)
  }
}
