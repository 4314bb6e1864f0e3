/// A target to write in place of one that leads nowhere.
struct Suggestion: Equatable {
  var spelling: String
  /// Whether nothing else can have been meant.
  var isSure: Bool
  /// The next step in words.
  var help: String
}
