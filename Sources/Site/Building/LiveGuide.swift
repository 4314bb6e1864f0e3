package import Diagnostics
import FileTree

/// A guide kept in memory while its author writes.
package actor LiveGuide {
  private let options: BuildOptions
  private var last: LiveSite?

  package init(_ options: BuildOptions) { self.options = options }

  /// Brings the site up to date. `changed`: absolute paths that may have changed; nil: anything may
  /// have.
  package func refresh(changed: Set<String>?) async -> LiveUpdate {
    var options = options
    let place =
      "/tmp/turnbook-live-\(Discovery.realPath(of: "/proc/self")?.split(separator: "/").last ?? "0")"
    options.output = place
    let report = await Build.run(options)
    let project = try? Project(self.options)
    let folder = Discovery.realPath(of: options.folder) ?? options.folder
    var watched = [folder + "/turnbook.yml", folder + "/mkdocs.yml"]
    if let project {
      watched += [project.config.folders.content, project.config.folders.templates].map {
        Project.joined(folder, $0)
      }
    }
    var site: LiveSite?
    if case .published = report.outcome {
      site = LiveSite(place, base: project?.config.url?.path ?? "/")
    }
    let change = Self.change(from: last, to: site)
    last = site ?? last
    return LiveUpdate(
      site: site, diagnostics: report.diagnostics, change: change, watched: watched)
  }

  private static func change(from old: LiveSite?, to new: LiveSite?) -> LiveUpdate.Change {
    guard let new else { return .nothing }
    guard let old else { return .everything }
    let paths = Set(new.files.keys).union(old.files.keys).filter { new.files[$0] != old.files[$0] }
    if paths.isEmpty { return .nothing }
    if paths.contains(where: { $0.hasSuffix(".css") }) { return .styles }
    return paths.contains { $0.hasSuffix(".js") } ? .everything : .pages(paths)
  }
}

package struct LiveUpdate: Sendable {
  /// Paths of outputs such as `manual/install/index.html`.
  package enum Change: Sendable {
    case nothing, styles
    case pages(Set<String>)
    case everything
  }

  /// nil: the guide cannot be built, and the site before stays.
  package let site: LiveSite?
  package let diagnostics: [Diagnostic]
  package let change: Change
  /// Absolute folders and files whose changes matter.
  package let watched: [String]
}
