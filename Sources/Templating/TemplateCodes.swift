package import Diagnostics

/// Every kind of finding about templates.
extension Code {
  package static let unclosedTag = Code(
    "TB-T001", "every tag ends with the closing delimiter that is in force")
  package static let unclosedSection = Code(
    "TB-T002", "every section, parent and block has its closing tag")
  package static let strayClosingTag = Code(
    "TB-T003", "a closing tag repeats the name of the tag it closes")
  package static let badDelimiters = Code(
    "TB-T004", "new delimiters are two words without an equals sign")
  package static let badTagName = Code(
    "TB-T005", "a tag holds one name without spaces and without empty parts")
  package static let sectionsTooDeep = Code(
    "TB-T006", "sections, parents and blocks nest at most 100 deep")
  package static let missingTemplate = Code(
    "TB-T007", "a partial or a parent names a template that exists")
  package static let templateCycle = Code(
    "TB-T008", "a template does not include itself, directly or through others")
  package static let includesTooDeep = Code(
    "TB-T009", "while a page is rendered, templates nest at most 1,000 deep")
  package static let unknownTemplateName = Code(
    "TB-T010", "a tag uses a name that is known where it stands")
  package static let unprintableValue = Code(
    "TB-T011", "a tag prints a text or a number, never a list or an object")
  package static let strayParentContent = Code(
    "TB-T012", "a parent tag holds nothing but blocks")
  package static let unknownBlock = Code(
    "TB-T013", "a block inside a parent tag is one that the parent has")
  package static let repeatedBlock = Code(
    "TB-T014", "a parent tag gives each block once")
  package static let repeatedTemplate = Code(
    "TB-T015", "no two templates have the same name")
}
