import Foundation
import Patterns
import Testing

/// Guides that the real program has built, for the patterns in them.
enum BuiltGuides {
  private static let program: String = {
    let bundle = Bundle.allBundles.first { $0.bundleURL.pathExtension == "xctest" } ?? .main
    let place = bundle.bundleURL
    let folder = place.pathExtension == "xctest" ? place.deletingLastPathComponent() : place
    return folder.appending(path: "turnbook").path
  }()

  /// A page with optional slots wherever they can stand.
  private static let optionalPage = """
    # Optional

    ## The Pattern

    ```text
    Turn 1:
    System: You are {role}.
    - Tone: {Optional: tone}
    User: Write {Optional: length} {Optional: form} about {topic} {Optional: for whom}.
    - Budget: {Optional: budget}
    - Style: {Optional: style} {Optional: example}

    {Optional: more}

    Turn 2: {Optional: second thought}

    Turn 3: Compare {turn 1 response} with "{{this}}" and ${price} {Optional: quickly}!

    Turn N: - {Optional: change}
    ```

    ### All optional

    ```text
    Tone: {Optional: tone}
    - Style: {Optional: style}
    **Form:** {Optional: form}
    ```

    ### In the middle

    ```text
    {Optional: greeting}
    Say {Optional: how} {what}
    {Optional: farewell}
    ```
    """

  /// The patterns of this repository's guide, of one with optional slots, and of the examples that
  /// lie beside the repository, where there are any.
  static func patterns() throws -> [Pattern] {
    let folder = try TemporaryFolder()
    try folder.write(optionalPage, to: "guide/optional.md")
    var guides = [PeerPackages.repository, folder.url.path + "/guide"]
    let seeds = PeerPackages.repository + "/../shared/seeds"
    if FileManager.default.fileExists(atPath: seeds) {
      guides.append(seeds)
    } else {
      print("SKIPPED: the patterns of \(seeds), which is not there")
    }
    var patterns: [Pattern] = []
    for (index, guide) in guides.enumerated() {
      let site = folder.url.path + "/site-\(index)"
      let result = try folder.run(program, ["build", "--quiet", "--output", site, guide])
      // Findings about links are none of ours.
      try #require(result.status <= 1, "\(result.errors)")
      let names = try FileManager.default.contentsOfDirectory(atPath: site + "/patterns").sorted()
      for name in names where name.hasSuffix(".json") && name != "index.json" {
        let bytes = try Data(contentsOf: URL(filePath: site + "/patterns/" + name))
        patterns.append(try PatternFile.decoded(Array(bytes)).pattern)
      }
    }
    return patterns
  }
}
