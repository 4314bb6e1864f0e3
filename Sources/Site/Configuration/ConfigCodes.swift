package import Diagnostics

extension Code {
  package static let unknownSetting = Code("TB-C001", "every key of turnbook.yml is one it knows")
  package static let settingType = Code(
    "TB-C002", "every key of turnbook.yml has a value of its type")
  package static let settingValue = Code(
    "TB-C003", "a value in turnbook.yml is one that its key allows")
  package static let missingSetting = Code(
    "TB-C004", "an entry of turnbook.yml has the keys that it needs")
  package static let configIsNoMapping = Code(
    "TB-C005", "turnbook.yml is a mapping from keys to values")
  package static let outputOverlap = Code(
    "TB-C006", "the site is built in a folder that holds no sources")
  package static let navigationEntry = Code(
    "TB-C007",
    "an entry of the navigation is a path, \"Title: path\", \"Title: URL\" or \"Title: [entries]\"")
  package static let unusedSetting = Code("TB-C008", "a key of mkdocs.yml is one this program uses")
}
