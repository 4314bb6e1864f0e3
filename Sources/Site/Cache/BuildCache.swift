import ByteText
import Diagnostics
import FileTree

/// What the last build was made of, what it wrote and what it said: where none of the first two has
/// changed, there is nothing to do but to say it again.
///
/// A file `.turnbook-cache` beside the configuration. One that is cut off, damaged, of another
/// program or of another guide is not believed, and everything is built.
struct BuildCache {
  static let name = ".turnbook-cache"
  private static let mark = "turnbook-cache 1\n"
  private static let limit = 64 << 20
  /// A file can change without a trace as long as its time is that of the clock's last tick, which
  /// some file systems make two seconds long.
  private static let tick: Int64 = 2_000_000_000

  private var key = Fingerprint()
  /// Files that pages include, and places where such were looked for.
  private var consulted = Fingerprint()
  private var consultedPaths: [String] = []
  private var site = Fingerprint()
  private var report = BuildReport()

  /// What was remembered of the last build; nil where nothing can be believed.
  init?(_ project: Project) {
    guard let cache = Self.read(Self.path(project)) else { return nil }
    self = cache
  }

  private init() {}

  /// Whether it was made of the same.
  func isOf(_ key: BuildKey) -> Bool { self.key == key.fingerprint }

  /// What came of the last build, where a new one would come to the same.
  /// - Parameter site: The state of what it wrote, as it stands there now.
  func report(for key: BuildKey, site: Fingerprint, _ project: Project) -> BuildReport? {
    guard isOf(key), self.site == site, consulted == Self.stamps(of: consultedPaths)
    else { return nil }
    var report = report
    report.isAsBefore = true
    report.output = project.output
    report.unchanged += report.written
    report.written = 0
    return report
  }

  /// Remembers a build that was published, unless its files are too young to be told apart.
  /// - Parameters:
  ///   - consulted: The paths outside the discovered files at which a page looked for another.
  ///   - startedAt: When the build began, in nanoseconds since 1970.
  static func write(
    _ report: BuildReport, key: BuildKey, consulted: [String: FileStamp?], startedAt: Int64,
    _ project: Project
  ) async {
    let youngest = consulted.values.reduce(key.youngest) { max($0, $1?.youngest ?? 0) }
    guard project.hasConfiguration, youngest < startedAt - tick,
      let site = await fingerprint(ofOutput: project.output, jobs: project.jobs)
    else { return }
    var cache = BuildCache()
    cache.key = key.fingerprint
    cache.consultedPaths = consulted.keys.sorted()
    cache.consulted = fingerprint(of: cache.consultedPaths.map { ($0, consulted[$0] ?? nil) })
    cache.site = site
    cache.report = report
    // A folder that cannot be written is no reason to fail: the next build takes longer.
    try? ReplacedFile.write(cache.encoded, to: path(project), replacingWhatBeginsWith: mark)
  }

  private static func path(_ project: Project) -> String { Project.joined(project.folder, name) }

  private static func stamps(of paths: [String]) -> Fingerprint {
    fingerprint(of: paths.map { ($0, Discovery.stamp(of: $0)) })
  }

  private static func fingerprint(of files: [(path: String, stamp: FileStamp?)]) -> Fingerprint {
    var fingerprint = Fingerprint()
    for file in files {
      fingerprint.add(file.path)
      fingerprint.add(file.stamp)
    }
    return fingerprint
  }

  /// Of every file that builds have written there; nil where one is gone.
  static func fingerprint(ofOutput output: String, jobs: Int) async -> Fingerprint? {
    guard let files = PublishedFiles(output: output) else { return nil }
    let parts = await Workers.map(
      files.count, jobs: jobs, chunk: 512, makeWorker: { files },
      { files, index -> Fingerprint? in
        guard !Task.isCancelled, let stamp = files.stamp(index) else { return nil }
        var fingerprint = Fingerprint()
        files.path(index).withUnsafeBytes { fingerprint.add($0) }
        fingerprint.add(stamp)
        return fingerprint
      })
    var whole = Fingerprint()
    for part in parts {
      guard let part else { return nil }
      whole.merge(part)
    }
    return whole
  }
}

extension BuildCache {
  private var encoded: [UInt8] {
    var writer = FlatWriter()
    writer.write(key)
    writer.write(consulted)
    writer.write(consultedPaths) { $0.write($1) }
    writer.write(site)
    for number in [report.pageCount, report.fileCount, report.written, report.unchanged] {
      writer.write(number)
    }
    writer.write(report.sourceSize)
    writer.write(report.diagnostics) { $0.write($1) }
    return Array(Self.mark.utf8) + Self.sealed(writer.bytes)
  }

  /// The bytes with their sum before them.
  static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var sum = Fingerprint()
    sum.add(bytes)
    var head = FlatWriter()
    head.write(sum)
    return head.bytes + bytes
  }

  private static func read(_ path: String) -> BuildCache? {
    guard let bytes = try? FileReader.read(path, limit: limit), bytes.starts(with: mark.utf8) else {
      return nil
    }
    return try? decoded(bytes.dropFirst(mark.utf8.count))
  }

  static func decoded(
    _ bytes: ArraySlice<UInt8>
  ) throws(FlatReader.Broken) -> BuildCache {
    var reader = FlatReader(bytes)
    let sum = try reader.fingerprint()
    var real = Fingerprint()
    real.add(Array(bytes.dropFirst(16)))
    guard sum == real else { throw FlatReader.Broken() }
    let codes = Dictionary(CodeReference.all.map { ($0.id, $0) }) { first, _ in first }
    var cache = BuildCache()
    cache.key = try reader.fingerprint()
    cache.consulted = try reader.fingerprint()
    cache.consultedPaths = try reader.list { (reader) throws(FlatReader.Broken) in
      try reader.text()
    }
    cache.site = try reader.fingerprint()
    cache.report.pageCount = try reader.number()
    cache.report.fileCount = try reader.number()
    cache.report.written = try reader.number()
    cache.report.unchanged = try reader.number()
    cache.report.sourceSize = try reader.number()
    cache.report.diagnostics = try reader.list { (reader) throws(FlatReader.Broken) in
      try reader.finding(codes)
    }
    guard reader.isAtEnd else { throw FlatReader.Broken() }
    return cache
  }
}
