/// What a diagram may have: nobody reads more, and laying it out would take long.
enum Limits {
  static let bytes = 200_000
  static let nodes = 500
  static let edges = 600
  static let nesting = 40
  static let events = 2000
  static let participants = 100
  static let slices = 60
}
