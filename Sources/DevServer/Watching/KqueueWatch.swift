#if canImport(Darwin)
  import Darwin
  import FileTree

  /// Folders and files that a kernel of the BSD family tells about (kqueue(2)).
  ///
  /// It tells that an open file or folder has changed and no more, so each is kept open, and a folder
  /// that has changed is read again and compared with what was in it.
  struct KqueueWatch: ~Copyable {
    private struct Node {
      let path: String
      let isFolder: Bool
      /// Whether all in the folder matters, or only what leads on to a root.
      var isOfTree: Bool
    }

    let descriptor: CInt
    private var roots: Set<String> = []
    private var nodes: [CInt: Node] = [:]
    private var files: [String: CInt] = [:]
    /// The states of the files of the tree, to find those that have changed in a folder.
    private var stamps: [String: FileStamp] = [:]
    private var failure: Errno?

    init() throws(Errno) {
      descriptor = kqueue()
      guard descriptor >= 0 else { throw Errno(code: errno) }
      // Each file takes a descriptor, and the usual limit is 256.
      var limit = rlimit()
      if getrlimit(RLIMIT_NOFILE, &limit) == 0 {
        limit.rlim_cur = min(limit.rlim_max, rlim_t(OPEN_MAX))
        setrlimit(RLIMIT_NOFILE, &limit)
      }
    }

    deinit {
      for file in nodes.keys { close(file) }
      close(descriptor)
    }

    mutating func watch(
      _ paths: [String], since: Int64?, into batch: inout ChangeBatch, now: Int64
    ) -> Errno? {
      let wanted = Set(paths)
      guard wanted != roots else { return nil }
      roots = wanted
      rebuild(since: since, &batch, now)
      return failure
    }

    mutating func take(into batch: inout ChangeBatch, now: Int64) {
      var events = Array(repeating: kevent(), count: 256)
      var patience = timespec()
      while true {
        let count = kevent(descriptor, nil, 0, &events, CInt(events.count), &patience)
        guard count > 0 else { return }
        for event in events[..<Int(count)] { take(event, &batch, now) }
      }
    }

    // MARK: What is watched

    private mutating func rebuild(since: Int64?, _ batch: inout ChangeBatch, _ now: Int64) {
      failure = nil
      for file in nodes.keys { close(file) }
      nodes = [:]
      files = [:]
      stamps = [:]
      for root in roots {
        var folder = "/"
        for name in root.split(separator: "/") {
          add(folder, isFolder: true, isOfTree: false)
          folder += (folder == "/" ? "" : "/") + name
        }
        if Discovery.isFolder(root) {
          walk(root, since: since, &batch, now)
        } else {
          note(file: root, since: since, &batch, now)
        }
      }
    }

    private mutating func walk(
      _ top: String, since: Int64?, _ batch: inout ChangeBatch, _ now: Int64
    ) {
      var pending = [top]
      var seen: Set<String> = []
      while let folder = pending.popLast() {
        // Links may lead in a circle.
        guard let real = Discovery.realPath(of: folder), seen.insert(real).inserted else {
          continue
        }
        add(folder, isFolder: true, isOfTree: true)
        for member in (try? Discovery.members(of: folder)) ?? []
        where !member.name.hasPrefix(".") && member.name != "node_modules" {
          let path = folder + "/" + member.name
          if Discovery.isFolder(path) {
            pending.append(path)
          } else {
            note(file: path, since: since, &batch, now)
          }
        }
      }
    }

    private mutating func note(
      file path: String, since: Int64?, _ batch: inout ChangeBatch, _ now: Int64
    ) {
      guard let stamp = Discovery.stamp(of: path) else { return }
      let isNew = stamps.updateValue(stamp, forKey: path) != stamp
      let isLate = since.map { (Discovery.modified(at: path) ?? 0) >= $0 } ?? false
      if isLate { batch.note(path, .written, at: now) }
      // A file of another name may have taken its place.
      if isNew { add(path, isFolder: false, isOfTree: true) }
    }

    private mutating func add(_ path: String, isFolder: Bool, isOfTree: Bool) {
      if let file = files[path], isFolder {
        if isOfTree { nodes[file]?.isOfTree = true }
        return
      }
      drop(path)
      let file = open(path, O_EVTONLY | O_CLOEXEC)
      guard file >= 0 else {
        if errno == EMFILE || errno == ENFILE { failure = Errno(code: errno) }
        return
      }
      var wish = kevent(
        ident: UInt(file), filter: Int16(EVFILT_VNODE), flags: UInt16(EV_ADD | EV_CLEAR),
        fflags: UInt32(
          NOTE_WRITE | NOTE_EXTEND | NOTE_ATTRIB | NOTE_DELETE | NOTE_RENAME | NOTE_REVOKE),
        data: 0, udata: nil)
      guard kevent(descriptor, &wish, 1, nil, 0, nil) == 0 else {
        failure = Errno(code: errno)
        close(file)
        return
      }
      nodes[file] = Node(path: path, isFolder: isFolder, isOfTree: isOfTree)
      files[path] = file
    }

    private mutating func drop(_ path: String) {
      guard let file = files.removeValue(forKey: path) else { return }
      nodes[file] = nil
      close(file)
    }

    // MARK: What happens

    private mutating func take(_ event: kevent, _ batch: inout ChangeBatch, _ now: Int64) {
      guard let node = nodes[CInt(event.ident)] else { return }
      let isGone = event.fflags & UInt32(NOTE_DELETE | NOTE_RENAME | NOTE_REVOKE) != 0
      if !node.isFolder {
        if isGone {
          drop(node.path)
          stamps[node.path] = nil
          // Another may be there already.
          note(file: node.path, since: nil, &batch, now)
        } else {
          stamps[node.path] = Discovery.stamp(of: node.path)
        }
        batch.note(node.path, files[node.path] == nil ? .gone : .written, at: now)
      } else if isGone || !node.isOfTree {
        // What lies on the way to a root, or is one.
        guard isGone || leadsElsewhere(node.path) else { return }
        rebuild(since: nil, &batch, now)
        batch.noteEverything(at: now)
      } else {
        compare(node.path, &batch, now)
      }
    }

    /// Whether a root below a folder has come, or its file has another in its place.
    private func leadsElsewhere(_ folder: String) -> Bool {
      roots.contains { root in
        root.hasPrefix(folder == "/" ? "/" : folder + "/")
          && (files[root] == nil) != (Discovery.stamp(of: root) == nil)
      }
    }

    private mutating func compare(_ folder: String, _ batch: inout ChangeBatch, _ now: Int64) {
      let members = (try? Discovery.members(of: folder)) ?? []
      let names = Set(members.map { folder + "/" + $0.name })
      for path in stamps.keys where !names.contains(path) {
        guard path.hasPrefix(folder + "/"), !path.dropFirst(folder.count + 1).contains("/") else {
          continue
        }
        stamps[path] = nil
        drop(path)
        batch.note(path, .gone, at: now)
      }
      for member in members where !member.name.hasPrefix(".") && member.name != "node_modules" {
        let path = folder + "/" + member.name
        if Discovery.isFolder(path) {
          guard files[path] == nil else { continue }
          walk(path, since: nil, &batch, now)
          batch.noteEverything(at: now)
        } else if let stamp = Discovery.stamp(of: path), stamps[path] != stamp {
          note(file: path, since: nil, &batch, now)
          batch.note(path, .written, at: now)
        }
      }
    }
  }
#endif
