/// Named values for a template.
///
/// Objects of one kind (all pages) share their keys: make the `TemplateKeys` once, then an object
/// costs one array. A class because looking into one, the commonest step of rendering, then counts
/// no references (a third of the time).
package final class TemplateObject: Sendable {
  package let keys: TemplateKeys
  let values: [TemplateValue]

  /// An object over keys made before; `values` stand in the order of `keys.names`.
  package init(_ keys: TemplateKeys, _ values: [TemplateValue]) {
    precondition(values.count == keys.names.count, "an object has one value for each of its keys")
    self.keys = keys
    self.values = values
  }

  /// An object with keys of its own; of two equal names the last one counts.
  package convenience init(_ pairs: [(String, TemplateValue)]) {
    self.init(TemplateKeys(pairs.map(\.0)), pairs.map(\.1))
  }

  func value(of part: borrowing NamePart) -> TemplateValue? {
    guard let slot = keys.slot(of: part) else { return nil }
    return values[slot]
  }
}
