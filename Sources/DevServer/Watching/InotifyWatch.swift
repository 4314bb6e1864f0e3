#if !canImport(Darwin)
  import FileTree
  import Glibc

  /// Folders that the Linux kernel tells about (inotify(7)).
  ///
  /// The kernel watches single folders, so each folder of a tree has a watch of its own. A watch
  /// goes with its folder when that is moved; therefore the folders above are watched too, for the
  /// one name in each that leads here, and what is moved away is forgotten and read anew when it
  /// comes back.
  struct InotifyWatch: ~Copyable {
    let descriptor: CInt
    /// What is watched: folders with all in them, and files.
    private var roots: Set<String> = []
    /// The folders that a watch stands for: more than one where links lead to it.
    private var folders: [Int32: Set<String>] = [:]
    private var watches: [String: Int32] = [:]
    /// Folders in which everything matters.
    private var tree: Set<String> = []
    /// Names that matter in folders in which nothing else does.
    private var awaited: [String: Set<String>] = [:]
    /// The links in the tree that lead to a file elsewhere.
    private var links: [String: Set<String>] = [:]
    private var failure: Errno?

    init() throws(Errno) {
      descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
      guard descriptor >= 0 else { throw Errno(code: errno) }
    }

    deinit { close(descriptor) }

    mutating func watch(
      _ paths: [String], since: Int64?, into batch: inout ChangeBatch, now: Int64
    ) -> Errno? {
      let wanted = Set(paths)
      guard wanted != roots else { return nil }
      roots = wanted
      rebuild(since: since, &batch, now)
      return failure
    }

    /// Takes in all that the kernel has to tell.
    mutating func take(into batch: inout ChangeBatch, now: Int64) {
      var room = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = read(descriptor, &room, room.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        for event in InotifyEvent.all(in: room[..<count]) { take(event, &batch, now) }
      }
    }

    // MARK: What is watched

    private mutating func rebuild(since: Int64?, _ batch: inout ChangeBatch, _ now: Int64) {
      failure = nil
      tree = []
      awaited = [:]
      links = [:]
      for root in roots { install(root, since: since, &batch, now) }
      for path in watches.keys where !tree.contains(path) && awaited[path] == nil { drop(path) }
    }

    private mutating func install(
      _ root: String, since: Int64?, _ batch: inout ChangeBatch, _ now: Int64
    ) {
      var folder = "/"
      for name in root.split(separator: "/") {
        awaited[folder, default: []].insert(String(name))
        add(folder)
        folder += (folder == "/" ? "" : "/") + name
      }
      if Discovery.mayBeFolder(root) {
        walk(root, since: since, &batch, now)
      } else if let since, let time = Discovery.modified(at: root), time >= since {
        batch.note(root, .written, at: now)
      }
    }

    /// Watches a folder and all below it.
    private mutating func walk(
      _ top: String, since: Int64?, _ batch: inout ChangeBatch, _ now: Int64
    ) {
      var pending = [top]
      while let folder = pending.popLast() {
        tree.insert(folder)
        // Before it is read, so that nothing comes in between.
        add(folder)
        if let since, let time = Discovery.modified(at: folder), time >= since {
          batch.noteEverything(at: now)
        }
        guard let members = try? Discovery.members(of: folder) else { continue }
        for member in members where !Self.isLeftOut(member.name) {
          let path = folder + "/" + member.name
          switch member.kind {
          case .folder: pending.append(path)
          case .link where leadsDown(path): pending.append(path)
          case .file, .link:
            if let since, let time = Discovery.modified(at: path), time >= since {
              batch.note(path, .written, at: now)
            }
          case .other: break
          }
        }
      }
    }

    /// Whether a link leads to a folder that is to be watched. One that leads to a file makes the
    /// place of that file matter.
    private mutating func leadsDown(_ link: String) -> Bool {
      guard let target = Discovery.realPath(of: link), let slash = target.lastIndex(of: "/") else {
        return false
      }
      if Discovery.isFolder(target) {
        // Not one that holds the link.
        let here = Discovery.realPath(of: Self.parent(of: link)) ?? ""
        return here != target && !here.hasPrefix(target == "/" ? "/" : target + "/")
      }
      let folder = slash == target.startIndex ? "/" : String(target[..<slash])
      links[target, default: []].insert(link)
      awaited[folder, default: []].insert(String(target[target.index(after: slash)...]))
      add(folder)
      return false
    }

    private static func parent(of path: String) -> String {
      guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
      return String(path[..<slash])
    }

    /// What no guide is made of, as discovery sees it; snippets may lie in folders that begin with
    /// `_`.
    private static func isLeftOut(_ name: String) -> Bool {
      name.hasPrefix(".") || name == "node_modules"
    }

    private static let events = UInt32(
      IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB)

    private mutating func add(_ path: String) {
      let watch = inotify_add_watch(descriptor, path, Self.events | UInt32(IN_ONLYDIR))
      guard watch >= 0 else {
        // What is not there, or may not be looked at, is for others to complain of.
        if errno == ENOSPC || errno == ENOMEM { failure = Errno(code: errno) }
        drop(path)
        return
      }
      if let before = watches[path], before != watch { drop(path) }
      watches[path] = watch
      folders[watch, default: []].insert(path)
    }

    private mutating func drop(_ path: String) {
      guard let watch = watches.removeValue(forKey: path) else { return }
      tree.remove(path)
      folders[watch]?.remove(path)
      guard folders[watch]?.isEmpty == true else { return }
      folders[watch] = nil
      inotify_rm_watch(descriptor, watch)
    }

    /// Forgets a folder that is gone, and all below it.
    private mutating func forget(_ folder: String) {
      for path in watches.keys where path == folder || path.hasPrefix(folder + "/") { drop(path) }
    }

    // MARK: What happens

    private mutating func take(_ event: InotifyEvent, _ batch: inout ChangeBatch, _ now: Int64) {
      if event.has(IN_Q_OVERFLOW) {
        rebuild(since: nil, &batch, now)
        batch.noteEverything(at: now)
      } else if event.has(IN_IGNORED) {
        for path in folders.removeValue(forKey: event.watch) ?? [] {
          watches[path] = nil
          tree.remove(path)
        }
      } else {
        for folder in folders[event.watch] ?? [] {
          let isAwaited = awaited[folder]?.contains(event.name) == true
          let isOfTree = tree.contains(folder) && !Self.isLeftOut(event.name)
          guard isAwaited || isOfTree else { continue }
          let path = folder == "/" ? "/" + event.name : folder + "/" + event.name
          take(event, at: path, isOfTree: isOfTree, &batch, now)
        }
      }
    }

    private mutating func take(
      _ event: InotifyEvent, at path: String, isOfTree: Bool, _ batch: inout ChangeBatch,
      _ now: Int64
    ) {
      let isGone = event.has(IN_DELETE | IN_MOVED_FROM)
      let isNew = event.has(IN_CREATE | IN_MOVED_TO)
      let leadsOn = roots.contains { $0.hasPrefix(path + "/") }
      let isFolder =
        event.has(IN_ISDIR) || leadsOn
        || (isGone ? watches[path] != nil : isNew && isLink(path) && Discovery.isFolder(path))
      guard isFolder else {
        if isNew, isOfTree, isLink(path) { _ = leadsDown(path) }
        let sign = sign(of: event, at: path)
        batch.note(path, sign, at: now)
        for link in links[path] ?? [] { batch.note(link, sign, at: now) }
        return
      }
      if isGone { forget(path) }
      if isNew {
        // Read anew, whatever is known: another folder may have taken the name.
        forget(path)
        if isOfTree { walk(path, since: nil, &batch, now) }
        for root in roots where root == path || root.hasPrefix(path + "/") {
          install(root, since: nil, &batch, now)
        }
      }
      batch.noteEverything(at: now)
    }

    private func sign(of event: InotifyEvent, at path: String) -> ChangeBatch.Sign {
      if event.has(IN_DELETE | IN_MOVED_FROM) { return .gone }
      if event.has(IN_ATTRIB) { return .touched }
      return event.has(IN_CREATE) && !isWhole(path) ? .begun : .written
    }

    private func isLink(_ path: String) -> Bool { mode(of: path)?.kind == S_IFLNK }

    /// Whether a new name leads to what is written already: a link of either kind.
    private func isWhole(_ path: String) -> Bool {
      guard let mode = mode(of: path) else { return false }
      return mode.kind != S_IFREG || mode.names > 1
    }

    private func mode(of path: String) -> (kind: mode_t, names: Int)? {
      var status = stat()
      guard lstat(path, &status) == 0 else { return nil }
      return (status.st_mode & S_IFMT, Int(status.st_nlink))
    }
  }

  /// One event of the kernel.
  private struct InotifyEvent {
    let watch: Int32
    let mask: UInt32
    /// The name in the watched folder; empty for the folder itself.
    let name: String

    func has(_ bits: Int) -> Bool { mask & UInt32(truncatingIfNeeded: bits) != 0 }

    func has<Bits: BinaryInteger>(_ bits: Bits) -> Bool {
      mask & UInt32(truncatingIfNeeded: bits) != 0
    }

    static func all(in bytes: ArraySlice<UInt8>) -> [InotifyEvent] {
      var events: [InotifyEvent] = []
      bytes.withUnsafeBytes { room in
        let head = MemoryLayout<inotify_event>.size
        var place = 0
        while place + head <= room.count {
          let event = room.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
          let end = min(room.count, place + head + Int(event.len))
          let name = room[(place + head)..<end].prefix { $0 != 0 }
          events.append(
            InotifyEvent(
              watch: event.wd, mask: event.mask, name: String(decoding: name, as: UTF8.self)))
          place = end
        }
      }
      return events
    }
  }
#endif
