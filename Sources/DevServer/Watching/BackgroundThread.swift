#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A thread for work that waits: those of Swift's own pool are as few as the cores, and must not.
package enum BackgroundThread {
  /// - Returns: Whether it could be started.
  @discardableResult
  package static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    let work = Unmanaged.passRetained(Work(body)).toOpaque()
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    #if canImport(Darwin)
      var thread: pthread_t?
      let status = pthread_create(&thread, &attributes, { perform($0) }, work)
    #else
      var thread: pthread_t = 0
      let status = pthread_create(&thread, &attributes, perform, work)
    #endif
    if status != 0 { Unmanaged<Work>.fromOpaque(work).release() }
    return status == 0
  }
}

private final class Work: Sendable {
  let body: @Sendable () -> Void
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

private func perform(_ work: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let work { Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body() }
  return nil
}
