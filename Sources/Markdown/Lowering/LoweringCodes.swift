package import Diagnostics

extension Code {
  package static let unknownAdmonition = Code("TB-M001", "an admonition has one of the known types")
  package static let unclosedFence = Code("TB-M002", "a code fence is closed in its block")
  package static let extraCells = Code("TB-M003", "a row has no more cells than its table's head")
  package static let snippet = Code(
    "TB-M004", "a snippet names a file inside the content folder, and includes itself nowhere")
  package static let tooDeep = Code("TB-M005", "blocks are not nested deeper than browsers show")
  package static let tooManyBrackets = Code(
    "TB-M006", "a paragraph has fewer brackets than would make parsing slow")
}
