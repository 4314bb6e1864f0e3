import Conversation
import Patterns
import Testing

@Suite("A conversation's tree")
struct MessageTreeTests {
  /// 1 ─ 2 ─┬─ 3 ─ 4
  ///        └─ 5
  let tree = MessageTree([
    ChatMessage(id: 1, parent: nil, role: .user, content: "Hello", time: 0),
    ChatMessage(id: 2, parent: 1, role: .assistant, content: "Good day", time: 1),
    ChatMessage(id: 3, parent: 2, role: .user, content: "A plan, please", time: 2),
    ChatMessage(id: 4, parent: 3, role: .assistant, content: "Here it is", time: 3),
    ChatMessage(id: 5, parent: 2, role: .user, content: "A poem instead", time: 4),
  ])

  @Test("a path leads from the first message to the leaf, past every fork")
  func path() {
    #expect(tree.path(to: 4).map(\.id) == [1, 2, 3, 4])
    #expect(tree.path(to: 5).map(\.id) == [1, 2, 5])
    #expect(tree.path(to: nil).isEmpty)
  }

  @Test("a fork is a second child")
  func fork() {
    #expect(tree.children(of: 2).map(\.id) == [3, 5])
    #expect(tree.children(of: nil).map(\.id) == [1])
  }

  @Test("a summary counts on every path that has all of what it covers, and is no child")
  func summary() {
    var tree = tree
    tree.append(
      ChatMessage(
        id: 6, parent: 3, kind: .summary(from: 1), role: .assistant, content: "A plan", time: 5))
    #expect(tree.summary(on: tree.path(to: 4))?.id == 6)
    #expect(tree.summary(on: tree.path(to: 5)) == nil)
    #expect(tree.children(of: 3).map(\.id) == [4])
  }

  @Test("the end of an answer takes the place of its beginning")
  func replaced() throws {
    var tree = tree
    var answer = try #require(tree[4])
    answer.content = "Here it is, whole"
    tree.replace(answer)
    #expect(tree.messages.count == 5)
    #expect(tree[4]?.content == "Here it is, whole")
  }
}
