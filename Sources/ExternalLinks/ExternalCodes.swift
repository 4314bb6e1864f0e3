package import Diagnostics

extension Code {
  package static let externalStatus = Code(
    "TB-L030", "an address on the web answers with a page", .error,
    explanation: """
      The server was reached and has no such page: it answers with a status such as 404 (not found) \
      or 410 (gone). Readers who follow the link see an error. Write the address that the page has \
      now, link to an archived copy, or take the link out.

      A status by which sites often refuse programs, such as 403, is only a warning: look at the \
      page in a browser, and leave its address out with `check: external: exclude` in the \
      configuration if it is there.
      """,
    wrong: "Read the [paper](https://arxiv.org/abs/0000.00000).",
    right: "Read the [paper](https://arxiv.org/abs/2005.14165).")

  package static let externalMoved = Code(
    "TB-L031", "a link names the address that a page has now", .note,
    explanation: """
      Every redirect on the way says that the page has moved for good (status 301 or 308). The link \
      still works, but costs readers time, and breaks on the day the old server is switched off. \
      Redirects that are meant for a while are not reported.

      The fix writes the new address. Look at the page before you take it: some sites lead old \
      addresses to a page that only looks similar.
      """,
    wrong: "Turnbook is written in [Swift](http://swift.org/).",
    right: "Turnbook is written in [Swift](https://www.swift.org/).")

  package static let externalUnreachable = Code(
    "TB-L032", "an address on the web can be reached", .warning,
    explanation: """
      There was no answer: no host has that name, it refuses connections, or nothing came in time; \
      or the server says that something is wrong with itself (429 or 500 and above). It was asked \
      several times. This may pass, so it is only a warning; a host whose name is not known is most \
      often misspelt or given up.
      """,
    wrong: "See the [guide](https://docs.pyhton.org/3/).",
    right: "See the [guide](https://docs.python.org/3/).")

  package static let externalFragment = Code(
    "TB-L033", "the fragment of an address on the web is an anchor of its page", .warning,
    explanation: """
      The page is there, but no element of it has the id, and no link the name, that stands behind \
      the number sign. Browsers then show the page from its start. Open the page and copy the \
      address of the right section.

      Pages that a script puts together may have more anchors than their source shows: nothing is \
      reported where a script holds the name, where nearly all of the page is script, and where the \
      fragment is a line number or a setting. `check: external: fragments: false` looks only \
      at the pages.
      """,
    wrong: "See [tables](https://spec.commonmark.org/0.31.2/#tables).",
    right: "See [block quotes](https://spec.commonmark.org/0.31.2/#block-quotes).")

  package static let externalCertificate = Code(
    "TB-L034", "a server on the web has a valid certificate", .error,
    explanation: """
      The server cannot prove that it is the one whose name stands in the address: its certificate \
      has expired, is for another name, or is signed by nobody who is trusted. Browsers stop \
      readers with a warning. Often the site is given up, or another spelling of the host works, \
      with or without `www.`. If your own network puts itself in between, its certificate must be \
      among those that the system trusts.
      """,
    wrong: "See [the list](https://expired.badssl.com/).",
    right: "See [the list](https://badssl.com/).")

  package static let externalRedirects = Code(
    "TB-L035", "redirects come to an end", .error,
    explanation: """
      The address leads to another and so on, and comes back to where it was or takes more steps \
      than browsers follow. Readers see an error. Open the page by way of the site's own \
      navigation and copy its address. Where the site sets a cookie on the way it is only a \
      warning: it may work in a browser, which sends cookies back.
      """,
    wrong: "See [the report](https://httpbingo.org/redirect/30).",
    right: "See [the report](https://httpbingo.org/get).")
}
