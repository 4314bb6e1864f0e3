package import Diagnostics

extension Code {
  package static let unclosedFrontMatter = Code(
    "TB-Y010", "front matter ends with a line of three dashes")
  package static let frontMatterIsNoMapping = Code(
    "TB-Y011", "front matter is a mapping from keys to values")
  package static let frontMatterType = Code(
    "TB-Y012", "every key of front matter has a value of its type")
  package static let frontMatterValue = Code(
    "TB-Y013", "a value of front matter is one that its key allows")
  package static let frontMatterUnknownKey = Code(
    "TB-Y014", "a key of front matter is spelled as Turnbook spells it")
  package static let frontMatterMissingKey = Code(
    "TB-Y015", "an entry of front matter has the keys that it needs")
}
