/// Who says what to whom, in the order of time.
struct SequenceDiagram: Sendable {
  struct Participant: Sendable {
    var id: String
    var label: Label
    /// Drawn as a person.
    var isActor = false
    /// Its box appears with the first message to it.
    var isCreated = false
  }

  /// A frame around neighbouring participants.
  struct Group: Sendable {
    var title: Label
    var color: String?
    var members: [Int] = []
  }

  struct Message: Sendable {
    enum Tip: Sendable { case none, arrow, cross, open }

    var from: Int
    var to: Int
    var label: Label
    var isDashed = false
    var tip = Tip.arrow
    /// The same tip at the start.
    var isTwoWay = false
  }

  enum NotePlace: Sendable {
    case left(Int)
    case right(Int)
    case over(Int, Int)
  }

  enum Event: Sendable {
    case message(Message)
    case note(NotePlace, Label)
    case activate(Int)
    case deactivate(Int)
    case destroy(Int)
    /// `loop`, `alt` …; a `rect` has a colour instead of a title.
    case begin(String, Label, color: String?)
    /// `else`, `and`, `option`.
    case section(Label)
    case end
    case number(from: Int, by: Int)
    case stopNumbers
  }

  var title = Label()
  var participants: [Participant] = []
  var groups: [Group] = []
  var events: [Event] = []
}
