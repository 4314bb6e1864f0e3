package import Diagnostics

/// What can be wrong with the bytes of a page.
extension Code {
  package static let invalidUTF8 = Code(
    "TB-F010", "a page is valid UTF-8",
    explanation: """
      The file holds bytes that are not UTF-8. It was probably saved as Latin-1 or Windows-1252, \
      and its accents, quotes and dashes would be question marks on the page. Nothing is published. \
      Save it again with the encoding UTF-8; `iconv -f windows-1252 -t utf-8` converts a file.
      """)
  package static let nulByte = Code(
    "TB-F011", "a page contains no NUL byte",
    explanation: """
      The file holds a byte that is zero, which no text does: it may be UTF-16, or a picture or \
      archive with the ending `.md`. Browsers show nothing or a sign for an unknown character. Save \
      the text as UTF-8, or give the file its right ending.
      """)
  package static let controlByte = Code(
    "TB-F012", "a page does not contain the character U+0002",
    explanation: """
      The character U+0002 cannot be seen and has no meaning in HTML. Turnbook uses it itself \
      while it reads a page, so that one in the text could change what the page says. It mostly \
      comes from copying out of a terminal or a PDF. Delete it.
      """)
}

/// What can be wrong with a page as one of many.
extension Code {
  package static let outputTwice = Code(
    "TB-S001", "two sources do not write the same page",
    explanation: """
      Two sources would be published at one address: `plan.md` and `plan/index.md`, for example, or \
      two pages whose `slug` is the same. A page may also stand in the way of a file of the content \
      folder. Only one of them could be seen, so nothing is published. Rename one of the files, or \
      give one another `slug`.
      """,
    wrong: """
      ---
      slug: other
      ---

      # Another name for other.md
      """,
    right: """
      ---
      slug: another
      ---

      # Another name for other.md
      """)
  package static let indexAndReadme = Code(
    "TB-S002", "a folder has either an index.md or a README.md", .warning,
    explanation: """
      Both `index.md` and `README.md` stand for their folder. Where a folder has both, the index \
      wins and the other page is left out of the site. Keep one of the two, or give the README \
      another name. To keep a README for readers of the repository only, add it to `exclude` in \
      `turnbook.yml`.
      """)
  package static let undeclaredPlatform = Code(
    "TB-S003", "a page names platforms that the site declares", .warning,
    explanation: """
      The platforms of a guide are declared once, under `platforms` in `turnbook.yml`, with the \
      names that readers see. A page names one that is not declared there, mostly by a slip of the \
      pen: readers then see the bare id. Correct the id, or declare the platform.
      """,
    wrong: """
      ---
      platforms: [cluade]
      ---

      # Ask for a plan
      """,
    right: """
      ---
      platforms: [claude]
      ---

      # Ask for a plan
      """)
  package static let platformsDisagree = Code(
    "TB-S004", "the front matter and the platform line of a page agree", .warning,
    explanation: """
      A page can say which platforms it is for in its front matter or in a line that begins with \
      `> **Platforms:**`. This page does both and they differ, so that readers and programs are \
      told different things. Write the same platforms in both, or leave one of them out.
      """,
    wrong: """
      ---
      platforms: [claude, openai]
      ---

      # Ask for a plan

      > **Platforms:** `claude`
      """,
    right: """
      ---
      platforms: [claude, openai]
      ---

      # Ask for a plan

      > **Platforms:** `claude` `openai`
      """)
  package static let badRedirect = Code(
    "TB-S005", "a redirect stands inside the site, and where no page or other redirect is",
    explanation: """
      `redirect_from` lists the addresses at which a page stood before; a small page at each leads \
      visitors on. An entry names an address where something else stands already: another page, a \
      file, or the redirect of another page. Visitors can be led to one place only. Take the entry \
      out.
      """,
    wrong: """
      ---
      redirect_from: other.md
      ---

      # Where other.md still is
      """,
    right: """
      ---
      redirect_from: former.md
      ---

      # Where former.md went
      """)
}
