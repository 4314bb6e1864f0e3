/// What a schema may say here. All else is a mistake: a demand that is passed over would be a test
/// that proves nothing.
enum SchemaKeyword: String, CaseIterable {
  case type
  case `enum`
  case const
  case properties, required, additionalProperties
  case items, minItems, maxItems
  case minLength, maxLength, pattern
  case minimum, maximum
  case anyOf, oneOf, allOf, not
  case reference = "$ref"
  case definitions = "$defs"
}
