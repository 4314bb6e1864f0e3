package import Diagnostics

/// What can be wrong with the tags of one template.
extension Code {
  package static let unclosedTag = Code(
    "TB-T001", "every tag ends with the closing delimiter that is in force",
    explanation: """
      A tag begins with two braces and is never ended, so that all text behind it would be taken \
      for its name. A tag that begins with three braces ends with three. After a tag that sets \
      other delimiters, those count. Write the end that the message names.
      """,
    wrong: """
      <h1>{{page.title}</h1>
      """,
    right: """
      <h1>{{page.title}}</h1>
      """,
    language: "mustache")
  package static let unclosedSection = Code(
    "TB-T002", "every section, parent and block has its closing tag",
    explanation: """
      A section, a parent or a block begins with a tag and ends with another one that repeats its \
      name behind a slash. Here the end is missing, and nobody can tell how much of the template \
      belongs to it. Write the closing tag.
      """,
    wrong: """
      {{#page.description}}
      <p>{{page.description}}</p>
      """,
    right: """
      {{#page.description}}
      <p>{{page.description}}</p>
      {{/page.description}}
      """,
    language: "mustache")
  package static let strayClosingTag = Code(
    "TB-T003", "a closing tag repeats the name of the tag it closes",
    explanation: """
      A closing tag names another section than the one that is open, or none is open. Sections \
      cannot overlap. Correct the name, take the tag away, or open the section before it.
      """,
    wrong: """
      {{#page.description}}
      <p>{{page.description}}</p>
      {{/page.descripton}}
      """,
    right: """
      {{#page.description}}
      <p>{{page.description}}</p>
      {{/page.description}}
      """,
    language: "mustache")
  package static let badDelimiters = Code(
    "TB-T004", "new delimiters are two words without an equals sign",
    explanation: """
      A tag between equals signs sets other delimiters than the braces, for templates whose text is \
      full of braces. It holds exactly two words: what opens a tag, and what closes it. With \
      anything else the tags that follow could not be told from text.
      """,
    wrong: """
      {{=<%=}}
      """,
    right: """
      {{=<% %>=}}
      <%page.title%>
      """,
    language: "mustache")
  package static let badTagName = Code(
    "TB-T005", "a tag holds one name without spaces and without empty parts",
    explanation: """
      The name in a tag is empty, has a space inside, or has two full stops in a row. Mustache has \
      no operators, filters or arguments: a tag holds one name, whose parts are joined with full \
      stops. For a remark, write an exclamation mark behind the braces.
      """,
    wrong: """
      <h1>{{page title}}</h1>
      """,
    right: """
      <h1>{{page.title}}</h1>
      """,
    language: "mustache")
  package static let sectionsTooDeep = Code(
    "TB-T006", "sections, parents and blocks nest at most 100 deep",
    explanation: """
      More than a hundred sections are open at one place of a template. Nobody could read it, and \
      mostly a program wrote it. The rest of the template is not read. Move a part of it into a \
      partial.
      """)
  package static let strayParentContent = Code(
    "TB-T012", "a parent tag holds nothing but blocks", .warning,
    explanation: """
      A parent tag takes another template and replaces some of its blocks. Whatever stands between \
      the parent's tags and outside of a block has no place in that template and is never shown. \
      Move it into a block, or out of the parent tag.
      """,
    wrong: """
      {{<base}}
      <p>Never shown.</p>
      {{$main}}<h1>{{page.title}}</h1>{{/main}}
      {{/base}}
      """,
    right: """
      {{<base}}
      {{$main}}<p>Shown.</p><h1>{{page.title}}</h1>{{/main}}
      {{/base}}
      """,
    language: "mustache")
  package static let repeatedBlock = Code(
    "TB-T014", "a parent tag gives each block once", .warning,
    explanation: """
      Inside one parent tag the same block is given twice. The last one is used, and the text of \
      the first is never shown. Keep one of them.
      """,
    wrong: """
      {{<base}}
      {{$main}}<p>Never shown.</p>{{/main}}
      {{$main}}<p>Shown.</p>{{/main}}
      {{/base}}
      """,
    right: """
      {{<base}}
      {{$main}}<p>Shown.</p>{{/main}}
      {{/base}}
      """,
    language: "mustache")
}
