import Conversation
import ConversationPictures
import Foundation
import Testing

/// The picture in the manual is what is drawn of a conversation in `Golden`. `TURNBOOK_RECORD=1` draws
/// it anew; look at it before you keep it.
@Suite("The picture in the manual")
struct ManualPictureTests {
  private static let repository = #filePath.components(separatedBy: "/Tests/")[0]

  @Test("is the one that the program draws")
  func same() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let source = try Data(contentsOf: folder.appending(path: "Golden/conversation.json"))
    let file = try SessionFile(reading: Array(source))
    var settings = DerivationSettings(window: file.session.window)
    settings.reserve = 64
    let outlook = try RequestOutlook(of: file.tree, in: file.session, settings)
    let drawn = Data(
      ConversationDrawing.svg(ConversationView(file.session, file.tree, outlook: outlook)))
    let picture = URL(filePath: Self.repository + "/content/manual/conversation.svg")
    if ProcessInfo.processInfo.environment["TURNBOOK_RECORD"] == "1" {
      try drawn.write(to: picture)
    }
    #expect(try Data(contentsOf: picture) == drawn, "conversation.svg is another picture")
  }
}
