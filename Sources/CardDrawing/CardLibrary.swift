/// What cards are drawn with: Pango, Cairo, and the fonts of the machine.
package enum CardLibrary {
  /// Why no card can be drawn, with what helps; nil where they can. Loads the libraries.
  package static var absence: (reason: String, help: String)? {
    if let reason = CardCanvas.absence {
      return (reason, "install it: apt install libpangocairo-1.0-0, or brew install pango")
    }
    guard CardCanvas.hasFonts else {
      return ("no font is installed", "install one: apt install fonts-dejavu-core")
    }
    return nil
  }

  /// Names the libraries' versions and, as a digest, the fonts: with others, cards look otherwise.
  package static var identity: String { CardCanvas.identity }

  /// The first family of a list of which none is installed; nil where one is.
  package static func missingFamily(in list: String) -> String? {
    let families = list.split(separator: ",").map { family in
      String(family.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    let isThere = families.contains {
      generic.contains($0.lowercased()) || CardCanvas.hasFamily($0)
    }
    return isThere ? nil : families.first
  }

  private static let generic: Set<String> = ["sans", "sans-serif", "serif", "monospace", "mono"]
}
