import Fetch
import ProviderServer
import Providers
import Testing

@Suite("Asking again")
struct RetryTests {
  private func waits(_ headers: [(String, String)], status: Int = 503) throws -> [Duration] {
    let failing = Speech.openai.fails(status, headers: headers)
    let server = try ProviderServer(failing, failing, Speech.openai.says(["Back"]))
    let asking = try Asking(.openai, at: server.url)
    #expect((asking.answer == nil) == asking.waits.isEmpty)
    return asking.waits
  }

  @Test(
    "a server's wish to be left alone is heeded, in each form that it may have",
    arguments: [
      ([("retry-after-ms", "1500")], Duration.milliseconds(1500)),
      ([("retry-after-ms", "20.5"), ("retry-after", "9")], .milliseconds(20)),
      ([("retry-after", "3")], .seconds(3)), ([("retry-after", "0.25")], .milliseconds(250)),
      ([("retry-after", "Sat, 21 Nov 2026 00:00:30 GMT")], .seconds(30)),
      ([("retry-after", "Saturday, 21-Nov-26 00:00:07 GMT")], .seconds(7)),
      ([("retry-after", "Sat Nov 21 00:01:00 2026")], .seconds(60)),
    ])
  func told(headers: [(String, String)], wait: Duration) throws {
    #expect(try waits(headers) == [wait, wait])
  }

  @Test(
    "without one that makes sense the wait grows by itself",
    arguments: [
      [], [("retry-after", "soon")], [("retry-after", "-5")], [("retry-after", "0")],
      [("retry-after", "Fri, 20 Nov 2026 00:00:00 GMT")], [("retry-after", "nan")],
      [("retry-after", "Sat, 21 Foo 2026 00:00:30 GMT")],
    ])
  func own(headers: [(String, String)]) throws {
    // Half a second and one, each less 0.4 of its quarter.
    #expect(try waits(headers) == [.milliseconds(450), .milliseconds(900)])
  }

  @Test("the wait never grows beyond eight seconds")
  func longest() throws {
    let server = try ProviderServer(Speech.openai.fails(500))
    let asking = try Asking(.openai, at: server.url, options: { $0.retries = 8 })
    #expect(asking.waits.count == 8 && asking.waits.last == .milliseconds(7200))
    #expect(asking.failure?.attempts == 9)
  }

  @Test("a server that wants to be left alone for long is not asked again")
  func tooLong() throws {
    let failing = Speech.anthropic.fails(
      429, kind: "rate_limit_error", headers: [("retry-after", "3600")])
    let server = try ProviderServer(failing)
    let asking = try Asking(.anthropic, at: server.url)
    #expect(asking.waits.isEmpty && server.requests.count == 1)
    #expect(asking.failure?.isRetryable == true)
    #expect(asking.failure?.help == "ask again in 3600 s")
  }

  @Test("what the server says of asking again counts more than its status")
  func shouldRetry() throws {
    #expect(try waits([("x-should-retry", "false")]).isEmpty)
    #expect(try waits([("x-should-retry", "true")], status: 400).count == 2)
  }

  @Test(
    "what OpenAI's and Anthropic's packages ask again is asked again",
    arguments: [
      (400, false), (401, false), (403, false), (404, false), (408, true), (409, true),
      (422, false), (425, false), (429, true), (500, true), (502, true), (503, true), (504, true),
      (529, true),
    ])
  func statuses(status: Int, isRetried: Bool) throws {
    #expect(try waits([], status: status).count == (isRetried ? 2 : 0))
  }

  @Test("a wish to stop ends the waiting")
  func cancelled() throws {
    let server = try ProviderServer(Speech.openai.fails(500))
    let cancellation = Cancellation()
    let asking = try Asking(
      .openai, at: server.url, cancellation: cancellation,
      onEvent: { if case .retrying = $0 { cancellation.cancel() } })
    #expect(asking.failure?.reason == .cancelled && server.requests.count == 1)
    #expect(asking.failure?.isRetryable == false)
    let pause = ContinuousClock.now
    cancellation.sleep(.seconds(600))
    #expect(ContinuousClock.now - pause < .seconds(300))
  }

  @Test("a notice reads as a sentence")
  func notice() throws {
    let failing = Speech.anthropic.fails(
      429, kind: "rate_limit_error", headers: [("retry-after", "2")])
    let server = try ProviderServer(failing, Speech.anthropic.says(["Back"]))
    #expect(
      try Asking(.anthropic, at: server.url).retries.first?.words
        == "Anthropic was asked too often (429); trying again in 2 s")
  }
}
