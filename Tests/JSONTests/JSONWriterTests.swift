import ByteText
import JSON
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
  static let sample: JSONValue = [
    "title": "Say \"no\"", "empty": ["list": [], "map": [:]], "list": [1, [true, .null]],
  ]

  @Test("the compact layout has no space")
  func compact() {
    #expect(
      text(Self.sample)
        == #"{"title":"Say \"no\"","empty":{"list":[],"map":{}},"list":[1,[true,null]]}"#)
  }

  @Test("the indented layout has one member or element a line")
  func indented() {
    #expect(
      text(Self.sample, layout: .indented) == """
        {
          "title": "Say \\"no\\"",
          "empty": {
            "list": [],
            "map": {}
          },
          "list": [
            1,
            [
              true,
              null
            ]
          ]
        }
        """)
  }

  @Test("only the quote, the backslash and control characters are escaped")
  func requiredEscapes() {
    #expect(
      text(.string("\"\\/\u{0}\u{1F}\u{7F}\u{8}\u{C}\n\r\té<\u{2028}😀"))
        == #""\"\\/\u0000\u001F"# + "\u{7F}" + #"\b\f\n\r\té<"# + "\u{2028}😀\"")
  }

  @Test("text for a script holds no < and no line separator, and still reads the same")
  func scriptEscapes() throws {
    let value: JSONValue = ["</script><!--": "a\u{2028}b\u{2029}c € \u{2027}"]
    let written = text(value, escaping: .script)
    #expect(written == #"{"\u003C/script>\u003C!--":"a\u2028b\u2029c € \#u{2027}"}"#)
    #expect(try JSONValue(parsing: Array(written.utf8)) == value)
  }

  @Test("a cut line separator at the end of a run is left alone")
  func cutSeparator() {
    var buffer = ByteBuffer()
    buffer.append(jsonString: [0xE2, 0x80], escaping: .script)
    #expect(buffer.array == [0x22, 0xE2, 0x80, 0x22])
  }

  @Test("a stream of members sets the same commas and lines as the value")
  func streamed() {
    for layout in [JSONWriter.Layout.compact, .indented] {
      var json = JSONWriter(layout: layout)
      json.object { json in
        json.member("title", "Say \"no\"")
        json.object("empty") { json in
          json.array("list") { _ in }
          json.object("map") { _ in }
        }
        json.array("list") { json in
          json.value(1)
          json.array { json in
            json.value(true)
            json.null()
          }
        }
      }
      #expect(
        String(decoding: json.finish().array, as: UTF8.self) == text(Self.sample, layout: layout))
    }
  }

  @Test("absent text and numbers are null")
  func absent() {
    var json = JSONWriter()
    json.object { json in
      json.member("text", nil as String?)
      json.member("number", nil as Int?)
    }
    #expect(String(decoding: json.finish().array, as: UTF8.self) == #"{"text":null,"number":null}"#)
  }

  @Test("a value is appended behind what the buffer holds")
  func appended() {
    var buffer = ByteBuffer(capacity: 1)
    buffer.append("x = ")
    buffer.append(json: [1, 2])
    #expect(String(decoding: buffer.array, as: UTF8.self) == "x = [1,2]")
  }

  private func text(
    _ value: JSONValue, layout: JSONWriter.Layout = .compact, escaping: JSONEscaping = .required
  ) -> String {
    var buffer = ByteBuffer()
    buffer.append(json: value, layout: layout, escaping: escaping)
    return String(decoding: buffer.array, as: UTF8.self)
  }
}
