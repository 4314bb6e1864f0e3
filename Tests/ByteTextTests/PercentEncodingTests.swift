import ByteText
import Testing

@Suite("Percent-encoding")
struct PercentEncodingTests {
  @Test(
    "a percent sign before two digits is a byte, before anything else itself",
    arguments: [
      ("a%20b", "a b", true), ("%C3%a9", "é", true), ("", "", true), ("plain", "plain", true),
      ("100%", "100%", false), ("%2", "%2", false), ("%zz%41", "%zzA", false),
      ("%%41", "%A", false),
      ("%+1", "%+1", false), ("%2525", "%25", true),
    ])
  func decoding(written: String, meant: String, isStrict: Bool) {
    #expect(PercentEncoding.decoded(written.utf8) == Array(meant.utf8))
    #expect(PercentEncoding.strictlyDecoded(written.utf8) == (isStrict ? Array(meant.utf8) : nil))
  }

  @Test("what is encoded is decoded as it was, byte by byte")
  func encoding() {
    let bytes = Array(UInt8.min...UInt8.max)
    let text = PercentEncoding.encoded(bytes)
    #expect(text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    #expect(PercentEncoding.strictlyDecoded(text.utf8) == bytes)
    #expect(PercentEncoding.encoded("/a b/é~".utf8, keepingSlashes: true) == "/a%20b/%C3%A9~")
    #expect(PercentEncoding.encoded("/".utf8) == "%2F")
  }
}
