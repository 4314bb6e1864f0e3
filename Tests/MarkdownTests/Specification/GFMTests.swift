import Foundation
import Testing

/// The extensions that the dialect shares with GitHub Flavored Markdown. "Disallowed raw HTML" is
/// not one of them: a guide's authors are trusted with HTML.
@Suite(
  "GitHub Flavored Markdown",
  .enabled(if: SharedFolder.hasSpecifications, SharedFolder.withoutSpecifications))
struct GFMTests {
  @Test(
    "an extension means what its specification says, but for our own markup",
    arguments: try Example.all(in: "gfm-extensions.json", count: 24).filter {
      $0.extension != "tagfilter"
    })
  func example(_ example: Example) {
    #expect(Self.plain(RenderedText(example.markdown).html) == example.html)
  }

  /// Our HTML without what the specification does not have.
  private static func plain(_ html: String) -> String {
    html.replacing("<div class=\"table\"><table>", with: "<table>")
      .replacing("</table></div>", with: "</table>")
      .replacing(#/ class="align-(left|center|right)"/#) { " align=\"\($0.output.1)\"" }
      .replacing("<li class=\"task\">", with: "<li>")
      .replacing(#/ aria-label="(Done|To do)" />/#, with: ">")
      .replacing("type=\"checkbox\" disabled=\"\" checked=\"\"", with: checked)
      .replacing("type=\"checkbox\" disabled=\"\"", with: unchecked)
  }

  private static let checked = "checked=\"\" disabled=\"\" type=\"checkbox\""
  private static let unchecked = "disabled=\"\" type=\"checkbox\""
}
