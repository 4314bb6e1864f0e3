package import Conversation

/// Why a store cannot be used, or not for this.
package enum StoreFailure: Error, Hashable, Sendable {
  /// Another process wrote for longer than was waited.
  case busy(milliseconds: Int)
  case diskFull
  case readOnly
  /// What the file says contradicts itself; in words.
  case corrupt(String)
  /// The file is something else than an SQLite database.
  case notDatabase
  /// A database of another program, by its application id.
  case foreign(application: Int64)
  /// Written by a later version of this program.
  case newer(found: Int, known: Int)
  /// The file cannot be opened or created; in words.
  case cannotOpen(String)
  /// A program ended while it wrote the file, and it cannot be mended without writing.
  case unfinished
  /// The disk or the system reported an error; in words.
  case io(String)
  case outOfMemory
  /// A text is larger than SQLite takes.
  case tooLarge
  /// SQLite did not do what it was asked, in its words: a fault of this program.
  case refused(String)

  case noSession(String)
  /// Several sessions begin so: their ids with their titles, the newest first.
  case ambiguous(String, [SessionName])
  case noMessage(ChatMessage.ID)
  /// The end of this answer is stored already.
  case finished(ChatMessage.ID)
  /// Another process gave the same fields other values.
  case changedMeanwhile(fields: [String])
  /// A message of a conversation to be taken in goes on from one that does not come before it.
  case brokenTree(ChatMessage.ID)
  case noContact(String)
}

/// What a person can tell a session by.
package struct SessionName: Sendable, Hashable {
  package var id: String
  package var title: String

  package init(id: String, title: String) {
    self.id = id
    self.title = title
  }
}

extension StoreFailure {
  /// What happened, a sentence without a full stop.
  package var words: String {
    switch self {
    case .busy(let milliseconds):
      "another program has been writing to the store for more than \(milliseconds / 1000) seconds"
    case .diskFull: "the disk is full, and nothing of this was stored"
    case .readOnly: "the store may only be read"
    case .corrupt(let words): "the store is damaged (\(words))"
    case .notDatabase: "the file is not a store of conversations"
    case .foreign: "the file is a database of another program"
    case .newer(let found, let known):
      "the store has version \(found), and this program knows versions up to \(known)"
    case .cannotOpen(let words): "the store cannot be opened: \(words)"
    case .unfinished: "a program ended while it wrote the store, which may only be read"
    case .io(let words): "the store cannot be read or written: \(words)"
    case .outOfMemory: "there is not enough memory"
    case .tooLarge: "the text is larger than a store takes"
    case .refused(let words): "the store refused this (\(words))"
    case .noSession(let name): "there is no session \"\(name)\""
    case .ambiguous(let prefix, let sessions):
      "\(sessions.count) sessions begin with \"\(prefix)\": "
        + sessions.map { "\($0.id) (\($0.title))" }.joined(separator: ", ")
    case .noMessage(let id): "there is no message \(id), or not in this session"
    case .finished(let id): "the answer \(id) has ended already"
    case .changedMeanwhile(let fields):
      "another program changed this meanwhile: " + fields.joined(separator: ", ")
    case .brokenTree(let id): "message \(id) goes on from one that does not come before it"
    case .noContact(let name): "there is no contact \"\(name)\""
    }
  }

  /// What to do next.
  package var help: String {
    switch self {
    case .busy: "wait until the other program is done, and try again"
    case .diskFull: "make room on the disk, and try again"
    case .readOnly, .unfinished: "allow writing to the file and its folder, or name another store"
    case .corrupt: "take the store from a backup; what can still be read can be exported first"
    case .notDatabase, .foreign: "name another file; this one was left as it is"
    case .newer: "use a newer version of this program; the file was left as it is"
    case .cannotOpen: "look at the path and its permissions, or name another store"
    case .io: "look at the disk, and try again"
    case .outOfMemory: "end other programs, and try again"
    case .tooLarge: "say it in several messages"
    case .refused: "this is a fault of the program: please report it with these words"
    case .noSession: "list the sessions to see their ids"
    case .ambiguous: "give more letters of the id"
    case .noMessage: "look at the session again: it may have been deleted meanwhile"
    case .finished: "add a message instead"
    case .changedMeanwhile: "look at the session again, and say what still is to change"
    case .brokenTree: "look at the file that the conversation comes from"
    case .noContact: "list the contacts to see their names"
    }
  }
}
