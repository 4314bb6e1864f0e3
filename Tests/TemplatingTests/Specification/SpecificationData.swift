import Foundation
import Templating

/// The data of a case: any JSON. A decimal becomes text, since templates never calculate.
struct SpecificationData: Decodable, Sendable {
  let value: TemplateValue

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: Key.self) {
      let pairs = try object.allKeys.map {
        ($0.stringValue, try object.decode(SpecificationData.self, forKey: $0).value)
      }
      value = .object(TemplateObject(pairs))
    } else if var list = try? decoder.unkeyedContainer() {
      var elements: [TemplateValue] = []
      while !list.isAtEnd { elements.append(try list.decode(SpecificationData.self).value) }
      value = .list(elements)
    } else {
      value = try Self.scalar(try decoder.singleValueContainer())
    }
  }

  private static func scalar(_ scalar: any SingleValueDecodingContainer) throws -> TemplateValue {
    if scalar.decodeNil() { return .null }
    if let flag = try? scalar.decode(Bool.self) { return .bool(flag) }
    if let number = try? scalar.decode(Int.self) { return .integer(number) }
    if let number = try? scalar.decode(Double.self) { return .string("\(number)") }
    return .string(try scalar.decode(String.self))
  }
}
