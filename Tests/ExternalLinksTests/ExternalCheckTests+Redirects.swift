import Diagnostics
import LinkServer
import Testing

@testable import ExternalLinks

extension ExternalCheckTests {
  @Test("a move for good is a note with the new address", arguments: [301, 308])
  func moved(status: Int) throws {
    let url = space.url("to/\(status)/to/301/page")
    let found = try findings(url + "#setup")
    #expect(found.map(\.code.id) == ["TB-L031"])
    #expect(found.map(\.severity) == [.note])
    #expect(found.first?.message == "\"\(url)\" has moved for good to \"\(space.url("page"))\"")
    let edit = Edit(
      path: "page.md", range: ByteRange(0, 10), replacement: space.url("page") + "#setup")
    #expect(found.first?.fix?.edits == [edit])
    #expect(found.first?.fix?.isSafe == false)
  }

  @Test("a move to the start of a site has no fix: what was meant may be gone")
  func movedToStart() throws {
    let found = try findings(
      space.url("location/301/%2F"), space.url("location/301/..%2Fpage%20(1)"))
    #expect(found.map(\.code.id) == ["TB-L030", "TB-L030"])
    var lenient = self
    lenient.options.accepted.append(404...404)
    let moved = try lenient.findings(
      space.url("location/301/%2F"), space.url("location/301/..%2Fpage%20(1)"))
    #expect(moved.map(\.code.id) == ["TB-L031", "TB-L031"])
    #expect(moved.first?.fix == nil)
    let edit = Edit(
      path: "page.md", range: ByteRange(100, 110),
      replacement: space.url("location/page%20%281%29"))
    #expect(moved.last?.fix?.edits == [edit])
  }

  @Test(
    "a move for a while is not reported, nor one that is so in part",
    arguments: ["to/302/page", "to/307/page", "to/303/page", "to/301/to/302/page"])
  func movedForAWhile(path: String) throws {
    #expect(try findings(space.url(path)).isEmpty)
  }

  @Test("a redirect to a page that is gone is told with its way")
  func movedToNothing() throws {
    let found = try findings(space.url("to/301/status/404"))
    #expect(found.map(\.code.id) == ["TB-L030"])
    #expect(
      found.first?.notes == [
        "redirected to \(space.url("status/404")): \(space.url("to/301/status/404")) answers 301"
      ])
  }

  @Test("an address that redirects without an end is an error", arguments: ["loop/a", "endless/1"])
  func loops(path: String) throws {
    let found = try findings(space.url(path))
    #expect(found.map(\.code.id) == ["TB-L035"])
    #expect(found.map(\.severity) == [.error])
  }

  @Test("a circle in which a cookie is set may only be one for us")
  func cookies() throws {
    let found = try findings(space.url("cookie/a"))
    #expect(found.map(\.code.id) == ["TB-L035"])
    #expect(found.map(\.severity) == [.warning])
  }
}
