import JSON
import Patterns

/// `resources/read`: the text of a page or of a pattern file.
struct ResourceText {
  private let shelf: PatternShelf

  init(_ shelf: PatternShelf) { self.shelf = shelf }

  func result(_ parameters: JSONObject, _ terms: Terms) throws(RPCError) -> JSONObject {
    guard let uri = parameters["uri"]?.string else {
      throw RPCError(.invalidParameters, "\"uri\" is the address of a resource")
    }
    let bytes: [UInt8]?
    let address = ResourceAddress(uri)
    do throws(ShelfFault) { bytes = try address.flatMap(self.bytes) } catch {
      throw RPCError(error)
    }
    guard let address, let bytes else {
      let code: RPCError.Code =
        terms.revision.isStateless ? .invalidParameters : .unknownResource
      throw RPCError(code, "there is no resource \(uri)", data: ["uri": .string(uri)])
    }
    return [
      "contents": [
        [
          "uri": .string(uri), "mimeType": .string(address.kind.type),
          "text": .string(String(decoding: bytes, as: UTF8.self)),
        ]
      ]
    ]
  }

  private func bytes(_ address: ResourceAddress) throws(ShelfFault) -> [UInt8]? {
    guard let entry = try shelf.entry(address.id) else { return nil }
    switch address.kind {
    case .pattern: return try shelf.file(entry)
    case .page: return shelf.page(entry, try shelf.pattern(entry))
    }
  }
}
