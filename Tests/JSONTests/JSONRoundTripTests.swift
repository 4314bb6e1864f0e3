import ByteText
import JSON
import Testing

@Suite("Writing and reading JSON again")
struct JSONRoundTripTests {
  @Test("any value reads back as itself and writes the same bytes again", arguments: 0..<200)
  func roundTrip(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let value = arbitrary(depth: 4, &random)
    for layout in [JSONWriter.Layout.compact, .indented] {
      for escaping in [JSONEscaping.required, .script] {
        let written = bytes(value, layout, escaping)
        let read = try JSONValue(parsing: written)
        #expect(read == value)
        #expect(bytes(read, layout, escaping) == written)
      }
    }
  }

  @Test("damaged text is read or refused at a place inside it", arguments: 0..<40)
  func damaged(seed: UInt64) {
    var random = SplitMix(state: seed)
    var text = bytes(arbitrary(depth: 4, &random), .compact, .required)
    for _ in 0..<50 {
      let place = text.indices.randomElement(using: &random) ?? 0
      text[place] = UInt8.random(in: 0...255, using: &random)
      do {
        let value = try JSONValue(parsing: text)
        let again = try JSONValue(parsing: bytes(value, .compact, .required))
        #expect(again == value)
      } catch {
        #expect(error.offset >= 0 && error.offset <= text.count)
      }
    }
  }

  private func bytes(
    _ value: JSONValue, _ layout: JSONWriter.Layout, _ escaping: JSONEscaping
  ) -> [UInt8] {
    var buffer = ByteBuffer()
    buffer.append(json: value, layout: layout, escaping: escaping)
    return buffer.array
  }

  private func arbitrary(depth: Int, _ random: inout SplitMix) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &random) {
    case 0: return .null
    case 1: return .bool(.random(using: &random))
    case 2: return .integer(.random(in: .min ... .max, using: &random))
    case 3: return .integer(.random(in: -100...100, using: &random))
    case 4:
      let double = Double(bitPattern: .random(in: 0 ... .max, using: &random))
      return JSONNumber(double).map(JSONValue.number) ?? .null
    case 5: return .string(arbitraryText(&random))
    case 6:
      let count = Int.random(in: 0..<6, using: &random)
      return .array((0..<count).map { _ in arbitrary(depth: depth - 1, &random) })
    default:
      var object = JSONObject()
      for _ in 0..<Int.random(in: 0..<14, using: &random) {
        object[arbitraryText(&random)] = arbitrary(depth: depth - 1, &random)
      }
      return .object(object)
    }
  }

  private func arbitraryText(_ random: inout SplitMix) -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x1F, 0x20...0x7F, 0x22...0x5C, 0x80...0x7FF, 0x2020...0x2030, 0xE000...0xFFFF,
      0x1F300...0x1F6FF,
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<12, using: &random) {
      let range = ranges.randomElement(using: &random) ?? 0...0x7F
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) {
        text.append(scalar)
      }
    }
    return String(text)
  }
}

/// A seeded generator, so that a failing case has a number.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
