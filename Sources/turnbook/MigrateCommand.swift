import ByteText
import Commands
import Diagnostics
import FileTree
import Reporting
import Site
import Terminal

/// `turnbook migrate`: writes down as a `turnbook.yml` what was understood of an `mkdocs.yml`.
struct MigrateCommand {
  private let folder: String
  private let isTrial: Bool

  init(_ invocation: Invocation) {
    folder = invocation.value("FOLDER") ?? "."
    isTrial = invocation.isOn("dry-run")
  }

  func run() -> Int32 {
    let migration: Migration
    do throws(BuildFailure) {
      guard let found = try Migration(folder, environment: Environment.value) else {
        StandardStream.error.write(
          "turnbook migrate: there is no mkdocs.yml in \(folder)\n")
        return 2
      }
      migration = found
    } catch {
      StandardStream.error.write(Failure.text(error.diagnostic))
      return 2
    }
    tell(migration.diagnostics)
    if migration.diagnostics.contains(where: { $0.severity == .error }) { return 1 }
    if isTrial {
      StandardStream.output.write(migration.text)
      return 0
    }
    do throws(FileError) {
      try NewFiles.write(
        [NewFiles.File(path: "turnbook.yml", text: migration.text)], in: folder, replacing: false)
    } catch {
      StandardStream.error.write(Failure.text(error.diagnostic()))
      return 2
    }
    let gap = migration.diagnostics.isEmpty ? "" : "\n"
    StandardStream.error.write(
      """
      \(gap)Wrote turnbook.yml in \(folder): the guide is built from it from now on, and \
      \(migration.source) is not read any more.

      """)
    return 0
  }

  private func tell(_ diagnostics: [Diagnostic]) {
    var buffer = ByteBuffer()
    Report(diagnostics.sorted()).write(
      as: .text, color: StandardStream.error.showsColour, into: &buffer,
      source: { try? FileReader.read($0, limit: 1 << 20) })
    buffer.withBytes { StandardStream.error.write($0) }
  }
}
