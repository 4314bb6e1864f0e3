package import JSON

extension ContextBudget {
  /// All figures in tokens; `window` and `free` are `null` where no window is known.
  package var json: JSONValue {
    var object = JSONObject()
    object["window"] = window.map { .integer(Int64($0)) } ?? .null
    object["reserve"] = .integer(Int64(reserve))
    for share in Share.allCases { object[share.rawValue] = .integer(Int64(self[share])) }
    object["trimmed"] = .integer(Int64(trimmed))
    object["used"] = .integer(Int64(used))
    object["free"] = free.map { .integer(Int64($0)) } ?? .null
    object["exact"] = .bool(isExact)
    object["counter"] = .string(counter)
    return .object(object)
  }
}
