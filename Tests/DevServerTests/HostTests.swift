import Testing

@testable import DevServer

@Suite("The hosts that a server answers to")
struct HostTests {
  @Test(
    "are this machine by its own names and any address in numbers",
    arguments: [
      "localhost", "localhost:8000", "LOCALHOST", "localhost.", "guide.localhost:80", "127.0.0.1",
      "127.0.0.1:8000", "192.168.1.20:8000", "[::1]", "[::1]:8000", "[fe80::1]",
      "[::ffff:1.2.3.4]:1",
    ])
  func own(host: String) { #expect(AllowedHosts().allow(host)) }

  @Test(
    "are no names that another site can bend",
    arguments: [
      "evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil.example",
      "127.0.0.1:8000.evil.example", "localhost:8000@evil.example", "notlocalhost", "", ":8000",
      "[evil.example]", "[::1", "[]", "::1", "127.1", "127.0.0.256", "127.0.0.1 ", "0x7f.0.0.1",
      "localhost:80:80", "desk", "localhost/", "local\u{212A}host",
    ])
  func foreign(host: String) { #expect(!AllowedHosts().allow(host)) }

  @Test("are those that somebody named")
  func named() {
    let hosts = AllowedHosts(["Desk.Example", "desk"])
    #expect(hosts.allow("desk.example:8000"))
    #expect(hosts.allow("DESK"))
    #expect(hosts.allow("desk.example."))
    #expect(!hosts.allow("other.desk.example"))
    #expect(hosts.allow("localhost"))
  }
}
