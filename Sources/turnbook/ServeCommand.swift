import Commands
import DevServer
import Diagnostics
import FileTree
import Site
import Terminal
import Theme

/// `turnbook serve`: shows a guide in the browser while it is written.
struct ServeCommand {
  private var options = BuildOptions()
  private let host: String
  private let port: Int
  private let opensBrowser: Bool

  init(_ invocation: Invocation) {
    options.history = GitHistory.read
    options.environment = Environment.value
    options.folder = invocation.value("FOLDER") ?? "."
    options.includesDrafts = invocation.isOn("drafts")
    options.generator = "Turnbook \(Version.text)"
    host = invocation.value("host") ?? ServedAddress.usualHost
    port = invocation.integer("port") ?? ServedAddress.usualPort
    opensBrowser = invocation.isOn("open")
  }

  private enum Happening {
    case change, end
  }

  func run() async -> Int32 {
    guard Discovery.isFolder(options.folder) else {
      let failure = FileError(
        .list, options.folder,
        .system(Discovery.stamp(of: options.folder) == nil ? .notFound : .notFolder))
      return refuse(failure.diagnostic())
    }
    let address: ServedAddress
    let workshop: LiveWorkshop
    let server: HTTPServer
    do throws(ServerFailure) {
      let socket = try ListeningSocket(host: host, port: port)
      address = ServedAddress(host: host, socket: socket)
      workshop = LiveWorkshop(options, hosts: AllowedHosts(address.names), script: Theme.live)
      server = try HTTPServer(on: socket, hub: workshop.hub) { [workshop] in workshop.answer($0) }
    } catch {
      return refuse(ServerDiagnostic.of(error))
    }
    return await serve(workshop, at: address, server)
  }

  private func serve(
    _ workshop: LiveWorkshop, at address: ServedAddress, _ server: consuming HTTPServer
  ) async -> Int32 {
    let (happenings, tell) = AsyncStream.makeStream(of: Happening.self)
    Interruption.onFirst { tell.yield(.end) }
    let pending = PendingChanges()
    let watcher: FileWatcher
    do throws(Errno) {
      watcher = try FileWatcher { changes in
        pending.add(changes)
        tell.yield(.change)
      }
    } catch {
      return refuse(ServerDiagnostic.unwatched(error, path: options.folder))
    }
    let pulse = Task { [hub = workshop.hub] in
      while (try? await Task.sleep(for: .seconds(15))) != nil { hub.keepAlive() }
    }
    defer { pulse.cancel() }

    var words = ServeWords(folder: options.folder)
    var now = ContinuousClock.now
    words.print(await workshop.refresh(nil, watcher))
    words.print(address, after: ContinuousClock.now - now, asked: port, workshop.basePath)
    if opensBrowser { Browser.open(address.url(path: workshop.basePath ?? "/")) }

    for await happening in happenings {
      guard case .change = happening else { break }
      guard let changes = pending.take() else { continue }
      now = ContinuousClock.now
      let outcome = await workshop.refresh(changes, watcher)
      words.print(outcome, after: changes, in: ContinuousClock.now - now)
    }
    words.printEnd()
    // Until here it has answered.
    withExtendedLifetime(server) {}
    return 0
  }

  private func refuse(_ diagnostic: Diagnostic) -> Int32 {
    StandardStream.error.write(Failure.text(diagnostic))
    return 2
  }
}
