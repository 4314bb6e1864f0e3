package import Diagnostics

/// What can be wrong between templates, and between a template and its values.
extension Code {
  package static let missingTemplate = Code(
    "TB-T007", "a partial or a parent names a template that exists",
    explanation: """
      A tag includes a template that is neither among the theme's nor in the templates folder of \
      the guide. By Mustache's own rules nothing would be shown in its place, and a page could \
      lose its footer without anyone noticing. Correct the name, or add the template.
      """,
    wrong: """
      <main>{{{page.content}}}</main>
      {{>foter}}
      """,
    right: """
      <main>{{{page.content}}}</main>
      {{>footer}}
      """,
    language: "mustache")
  package static let templateCycle = Code(
    "TB-T008", "a template does not include itself, directly or through others",
    explanation: """
      A template includes itself, or another one that leads back to it, so that rendering might \
      never end. That is so inside a section too, since nobody can tell from the template whether \
      the data ends it. The message shows the way round. Take one of the includes away.
      """,
    wrong: """
      <main>{{{page.content}}}</main>
      {{>page}}
      """,
    right: """
      <main>{{{page.content}}}</main>
      {{>footer}}
      """,
    language: "mustache")
  package static let includesTooDeep = Code(
    "TB-T009", "while a page is rendered, templates nest at most 1,000 deep",
    explanation: """
      A template that is chosen by a value, as in `{{>*page.kind}}`, includes itself when the value \
      is its own name. Such a circle cannot be seen before a page is rendered; the page was cut off \
      after a thousand levels. Name the template in the tag, or make sure that the value is never \
      the name of the template around it.
      """,
    wrong: """
      <main>{{{page.content}}}</main>
      {{>*page.kind}}
      """,
    right: """
      <main>{{{page.content}}}</main>
      {{>colophon}}
      """,
    language: "mustache")
  package static let unknownTemplateName = Code(
    "TB-T010", "a tag uses a name that is known where it stands",
    explanation: """
      A tag uses a name that no value has. By Mustache's own rules it would show nothing, and a \
      slip of the pen would empty a title on every page. What each template may use stands in the \
      documentation of the theme. Correct the name.
      """,
    wrong: """
      <h1>{{page.titel}}</h1>
      """,
    right: """
      <h1>{{page.title}}</h1>
      """,
    language: "mustache")
  package static let unprintableValue = Code(
    "TB-T011", "a tag prints a text or a number, never a list or an object",
    explanation: """
      A tag is to print a value that has parts and no text of its own. Open it with a section and \
      print what is inside, or name the part that is meant.
      """,
    wrong: """
      <h1>{{page}}</h1>
      """,
    right: """
      <h1>{{page.title}}</h1>
      """,
    language: "mustache")
  package static let unknownBlock = Code(
    "TB-T013", "a block inside a parent tag is one that the parent has", .warning,
    explanation: """
      A block replaces the block of the same name in the parent. The parent has none of this name, \
      so what stands in it is never shown. Correct the name, or add the block to the parent.
      """,
    wrong: """
      {{<base}}
      {{$mian}}<h1>{{page.title}}</h1>{{/mian}}
      {{/base}}
      """,
    right: """
      {{<base}}
      {{$main}}<h1>{{page.title}}</h1>{{/main}}
      {{/base}}
      """,
    language: "mustache")
  package static let repeatedTemplate = Code(
    "TB-T015", "no two templates have the same name",
    explanation: """
      Two templates have the same name, and which of them an include means cannot be told. Rename \
      one of them. A template in the folder of the guide that replaces one of the theme is no \
      second one.
      """)
}
