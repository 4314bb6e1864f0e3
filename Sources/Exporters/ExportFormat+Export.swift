package import Patterns

extension ExportFormat {
  /// A filled conversation as requests or as a program; `id` is that of its pattern and names the
  /// files.
  package func export(
    _ conversation: FilledConversation, id: String, settings: ExportSettings = ExportSettings()
  ) throws(ExportError) -> Export {
    let script = try Script(conversation)
    switch kind {
    case .requests:
      let payload = try Payload(script, for: provider ?? .openai, settings: settings)
      let name = Self.fileName(id)
      return Export(
        files: [Export.File(name: name + ".json", text: payload.text)], notes: payload.notes)
    case .template: throw .fillsItself(self)
    case .program:
      let source = TemplateSource(
        script: script, id: Self.fileName(id), title: id, description: "", variables: [],
        model: settings.model)
      return try program(source, settings: settings)
    }
  }

  /// A variant with its variables as a template of another tool, or as a program that takes them as
  /// arguments.
  package func export(
    _ variant: Variant, of pattern: Pattern, settings: ExportSettings = ExportSettings()
  ) throws(ExportError) -> Export {
    let id = variant.kind == .main ? pattern.id : pattern.id + "-" + variant.id
    let template = TemplateSource(
      script: try Script(variant), id: Self.fileName(id), title: variant.title,
      description: variant.description ?? pattern.description, variables: pattern.variables,
      model: settings.model)
    switch self {
    case .dotprompt: return try DotpromptTemplate.export(template)
    case .prompty: return try PromptyTemplate.export(template)
    case .llm: return try LLMTemplate.export(template)
    case .langchain: return try LangChainTemplate.export(template)
    case .fabric: return try FabricPattern.export(template)
    case .curl, .python, .javascript, .swift:
      return try program(template, settings: settings)
    default: throw .needsValues(self)
    }
  }

  /// Pattern files may come from anywhere, and an id becomes a path.
  static func fileName(_ id: String) -> String {
    let name = String(
      id.unicodeScalars.map { scalar in
        let isSafe =
          scalar.isASCII
          && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar == "-" || scalar == "_")
        return isSafe ? Character(scalar) : "-"
      }.prefix(100))
    return name.isEmpty ? "pattern" : name
  }
}
