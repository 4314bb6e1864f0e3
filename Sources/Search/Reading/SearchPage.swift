/// A page as the search sees it.
package struct SearchPage: Sendable {
  /// A heading of the page, in the order of the text.
  package struct Heading: Sendable {
    package var text: String
    package var anchor: String
    /// Where its tag begins in the page's HTML.
    package var offset: Int

    package init(text: String, anchor: String, offset: Int) {
      self.text = text
      self.anchor = anchor
      self.offset = offset
    }
  }

  /// Relative to the site's root, as it stands in links.
  package var url: String
  package var title: String
  /// The sections around the page, from the start on.
  package var trail: [String] = []
  package var description: String?
  /// Words that the page's author lists it under: tags and names of platforms.
  package var tags: [String] = []
  /// Factor on its rank.
  package var boost = 1.0
  /// The body alone, without anything of the frame.
  package var html: [UInt8]
  package var headings: [Heading] = []

  package init(url: String, title: String, html: [UInt8]) {
    self.url = url
    self.title = title
    self.html = html
  }
}
