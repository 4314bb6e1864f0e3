import Commands

extension CommandTable {
  static let test = CommandSpec(
    "test", "Test patterns against recorded or live answers",
    description: """
      Runs conversations and holds the answers to what is expected of them. A pattern is tested with \
      its worked and filled-in examples: every turn has to be answered, not empty and not refused. A \
      test script says more: values, words of one's own, and what the answers have to contain, \
      match, fit or measure.

      Answers come from recordings, which --record makes: tests/ID.replay.jsonl beside the patterns, \
      NAME.replay.jsonl beside a script. With --live the model is asked. No key enters a recording, \
      and nothing is kept of the conversations.
      """,
    arguments: [
      .repeated(
        "ID|FILE", .file, minimum: 0,
        "A pattern's id, or a test script; all scripts below this folder and all patterns with "
          + "recordings without any")
    ],
    flags: [
      from,
      .repeated("only", "NAME", .text, "Run the cases that have NAME in their name, and no others"),
      .toggle("list", "List the cases instead of running them"),
      .value(
        "replay", "PLACE", .file, default: "where recordings are kept",
        "Take the answers from PLACE: a file, or a folder of such"),
      .value(
        "record", "PLACE", .file,
        "Ask the model and write the answers into PLACE: a file that ends in .jsonl, or a folder"),
      .toggle("live", "Ask the model and record nothing"),
      .value("junit", "FILE", .file, "Write the results into FILE as JUnit does"),
      .toggle("json", "Print the results as JSON"),
    ] + asking.filter { !["replay", "record", "store"].contains($0.long) },
    examples: [
      .init("turn test", "Test all scripts here, and all patterns that have recordings"),
      .init("turn test code-review --record tests", "Record a pattern's examples"),
      .init("turn test --junit results.xml", "Write a report for CI"),
    ])
}
