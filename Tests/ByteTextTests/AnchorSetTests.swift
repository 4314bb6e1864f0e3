import ByteText
import Testing

struct AnchorSetTests {
  @Test(
    "an anchor that is taken counts on, as Python-Markdown does",
    arguments: [
      (["a", "a", "a"], ["a", "a_1", "a_2"]), (["", ""], ["_1", "_2"]),
      (["a_1", "a", "a"], ["a_1", "a", "a_2"]), (["a_9", "a_9"], ["a_9", "a_10"]),
      (["a1", "a1"], ["a1", "a1_1"]),
    ])
  func counting(slugs: [String], anchors: [String]) {
    var set = AnchorSet()
    let given = slugs.map { set.anchor(for: $0) }
    #expect(given == anchors)
  }

  @Test("a reserved anchor is given to no one else, and reserved once")
  func reserved() {
    var set = AnchorSet()
    let taken = [set.reserve("a"), set.reserve("a")]
    let anchor = set.anchor(for: "a")
    let isFree = set.reserve("a_1")
    #expect(taken == [true, false])
    #expect(anchor == "a_1")
    #expect(!isFree)
  }
}
