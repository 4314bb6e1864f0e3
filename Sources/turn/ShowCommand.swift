import Commands
import JSON
import Patterns
import Terminal

/// `turn show`: a page about one pattern.
struct ShowCommand {
  private let id: String
  private let variant: String?
  private let isJSON: Bool
  private let from: String?

  init(_ invocation: Invocation) {
    id = invocation.value("ID") ?? ""
    variant = invocation.value("variant")
    isJSON = invocation.isOn("json")
    from = invocation.value("from")
  }

  func run() throws(Refusal) {
    var pattern = try PatternSearch.collection(from: from).pattern(id)
    let variants = variant == nil ? pattern.variants : [try pattern.variant(variant)]
    if isJSON {
      pattern.variants = variants
      return try Output.show(PatternFile.encoded(pattern))
    }
    let stream = StandardStream.output
    let page = PatternPage(
      pattern: pattern, variants: variants,
      width: stream.isTerminal ? min(100, stream.columns) : 80,
      paint: Paint(color: stream.showsColour))
    try Output.send(page.text)
  }
}

/// `turn vars`: the variables of one pattern.
struct VarsCommand {
  private let id: String
  private let variant: String?
  private let isJSON: Bool
  private let from: String?

  init(_ invocation: Invocation) {
    id = invocation.value("ID") ?? ""
    variant = invocation.value("variant")
    isJSON = invocation.isOn("json")
    from = invocation.value("from")
  }

  func run() throws(Refusal) {
    let pattern = try PatternSearch.collection(from: from).pattern(id)
    var variables = pattern.variables
    if variant != nil { variables = Filling(pattern, try pattern.variant(variant)).variables }
    guard isJSON else {
      let width = StandardStream.output.isTerminal ? StandardStream.output.columns : 100
      return try Output.send(VariableTable.text(variables, width: width))
    }
    try Output.sendJSON { json in
      json.array { json in for variable in variables { json.value(variable) } }
    }
  }
}
