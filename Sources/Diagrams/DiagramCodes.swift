package import Diagnostics

/// What can be wrong with a diagram. Each is shown as code then.
extension Code {
  package static let diagramSyntax = Code(
    "TB-D001", "the source of a diagram can be read", .warning,
    explanation: """
      A fence of `mermaid` holds the text of a diagram, which is drawn while the guide is built. This \
      text breaks the rules of its kind at the place that the message names, so readers see the text \
      instead of a drawing. The help says what was expected there. Everything before that place was \
      understood.
      """,
    wrong: """
      ```mermaid
      flowchart LR
        ask[Ask --> answer
      ```
      """,
    right: """
      ```mermaid
      flowchart LR
        ask[Ask] --> answer
      ```
      """)
  package static let diagramKind = Code(
    "TB-D002", "a diagram is of a kind that is drawn", .note,
    explanation: """
      Flowcharts, sequence diagrams, state diagrams, pie charts and mind maps are drawn while the guide \
      is built. This diagram begins with the name of another kind, or with none, and is shown as code. \
      That is readable, and nothing is lost; tell it as one of the kinds that are drawn where a picture \
      helps. Silence the finding where the code is what readers should see.
      """,
    wrong: """
      ```mermaid
      gantt
        title A plan
      ```
      """,
    right: """
      ```mermaid
      flowchart LR
        plan --> write --> check
      ```
      """)
  package static let diagramLibrary = Code(
    "TB-D003", "the library that lays out graphs is there", .warning,
    explanation: """
      Flowcharts and state diagrams are laid out by Graphviz, which is loaded when the first of them is \
      drawn. It could not be loaded, so they are shown as code; other diagrams and everything else work \
      without it. The message says how to install it. It is told once, whatever the number of diagrams.
      """)
  package static let diagramLayout = Code(
    "TB-D004", "a diagram can be laid out", .warning,
    explanation: """
      A diagram is shown as code where it is too large to be drawn or read, or where Graphviz found no \
      places for its nodes. Fewer nodes, or fewer groups within groups, help; several small diagrams say \
      more than a large one.
      """)
  package static let diagramLink = Code(
    "TB-D005", "a link in a diagram leads to a page", .warning,
    explanation: """
      A node of a diagram may be a link to a page, a file or an address on the web. This target would run \
      a script or opens nothing in a browser, so the node is drawn without it. Name a page, relative to \
      the one with the diagram, or an address that begins with `https:`.
      """,
    wrong: """
      ```mermaid
      flowchart LR
        ask --> answer
        click ask href "javascript:alert(1)"
      ```
      """,
    right: """
      ```mermaid
      flowchart LR
        ask --> answer
        click ask href "https://mermaid.js.org/"
      ```
      """)

  package static let diagramCall = Code(
    "TB-D006", "a click on a diagram asks for no script", .note,
    explanation: """
      `click` with `call`, or with the name of a function, runs a script of the page when a reader clicks at \
      the node. Diagrams are drawn while the guide is built and no script of theirs is on a page, so the node is \
      drawn without it. Make it a link to a page, or take the line out.
      """,
    wrong: """
      ```mermaid
      flowchart LR
        ask --> answer
        click ask call explain()
      ```
      """,
    right: """
      ```mermaid
      flowchart LR
        ask --> answer
        click ask href "https://mermaid.js.org/"
      ```
      """)

  /// All of the above.
  package static var diagrams: [Code] {
    [
      .diagramSyntax, .diagramKind, .diagramLibrary, .diagramLayout, .diagramLink, .diagramCall,
    ]
  }
}
