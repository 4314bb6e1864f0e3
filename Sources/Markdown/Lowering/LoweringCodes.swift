package import Diagnostics

/// What can be wrong with the Markdown of a page.
extension Code {
  package static let unknownAdmonition = Code(
    "TB-M001", "an admonition has one of the known types", .warning,
    explanation: """
      The type of an admonition picks its colour and icon, and its title where none is written. \
      This type is not known, so the box is shown as a note: a danger that was misspelt looks \
      harmless. Correct the word; a title of your own goes in quotes behind the type.
      """,
    wrong: """
      !!! dangr
          This deletes the folder.
      """,
    right: """
      !!! danger
          This deletes the folder.
      """)
  package static let unclosedFence = Code(
    "TB-M002", "a code fence is closed in its block",
    explanation: """
      A code block that begins with a fence ends with a line of the same signs. Without it, all the \
      rest of the page is shown as code. Where the block around the fence ends first, such as a \
      list item or an admonition, the code ends with it, and the finding is a warning. Write the \
      closing fence, as far indented as the opening one.
      """,
    wrong: """
      ```text
      Make a plan before you begin.

      The rest of the page is code now.
      """,
    right: """
      ```text
      Make a plan before you begin.
      ```

      The rest of the page is text.
      """)
  package static let manyEmptyCells = Code(
    "TB-M007", "the rows of a page's tables lack fewer than 100,000 cells", .warning,
    explanation: """
      A row with fewer cells than the head of its table is filled up with empty ones. Where a table \
      has hundreds of columns and thousands of short rows, that would make a page of hundreds of \
      megabytes, so from there on rows are left as short as they are. Write all cells, or split the \
      table.
      """)
  package static let extraCells = Code(
    "TB-M003", "a row has no more cells than its table's head", .warning,
    explanation: """
      The head of a table says how many columns it has. Cells beyond them are not shown, by the \
      rules of GitHub's tables, and their text is lost without a sign. Often a vertical bar in the \
      text was taken for the end of a cell: write it as `\\|`. Otherwise add a column to the head.
      """,
    wrong: """
      | turn | prompt |
      | --- | --- |
      | 1 | yes | no |
      """,
    right: """
      | turn | prompt |
      | --- | --- |
      | 1 | yes \\| no |
      """)
  package static let snippet = Code(
    "TB-M004", "a snippet names a file inside the content folder, and includes itself nowhere",
    explanation: """
      A line with `--8<--` includes another file of the content folder. Here that cannot be done: \
      the file is not there, lies outside the folder, lacks the section that is named, or includes \
      itself. A part of the page would be missing, so nothing is published. Correct the path, which \
      is seen from the content folder. To show such a line as text, put a semicolon before it.
      """,
    wrong: """
      --8<-- "no-such-file.md"
      """,
    right: """
      --8<-- "other.md"
      """)
  package static let tooDeep = Code(
    "TB-M005", "blocks are not nested deeper than browsers show",
    explanation: """
      Lists, quotes and boxes are nested inside each other more than 200 deep. Browsers flatten \
      what is nested too deep, and no reader can follow it. Mostly such a page was made by a \
      program. Take some of the levels away.
      """)
  package static let tooManyBrackets = Code(
    "TB-M006", "a paragraph has fewer brackets than would make parsing slow",
    explanation: """
      A paragraph holds ten thousand opening brackets or more. Each may begin a link, and the time \
      to find out grows with their square: a single page could hold up a build for minutes. Split \
      the paragraph with blank lines; data belongs into a code block, where brackets mean nothing.
      """)
}
