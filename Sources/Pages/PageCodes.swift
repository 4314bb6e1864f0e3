package import Diagnostics

extension Code {
  package static let invalidUTF8 = Code("TB-F010", "a page is valid UTF-8")
  package static let nulByte = Code("TB-F011", "a page contains no NUL byte")
  package static let controlByte = Code("TB-F012", "a page does not contain the character U+0002")
  package static let outputTwice = Code("TB-S001", "two sources do not write the same page")
  package static let indexAndReadme = Code(
    "TB-S002", "a folder has either an index.md or a README.md")
  package static let undeclaredPlatform = Code(
    "TB-S003", "a page names platforms that the site declares")
  package static let platformsDisagree = Code(
    "TB-S004", "the front matter and the platform line of a page agree")
  package static let badRedirect = Code(
    "TB-S005", "a redirect stands inside the site, and where no page or other redirect is")
}
