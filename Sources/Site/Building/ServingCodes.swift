package import Diagnostics

extension Code {
  package static let serverLibrary = Code(
    "TB-V001", "the library for serving a guide is there",
    explanation: """
      `turnbook serve` loads libmicrohttpd when it begins, and could not find or start it. The message \
      says how to install it. Everything else works without.
      """)
  package static let serverAddress = Code(
    "TB-V002", "a guide is served at an address of this machine, at a port that is free",
    explanation: """
      `turnbook serve` takes the port that was asked for, or one of the next hundred. None of them can \
      be used, or the host is no address of this machine. Ports below 1024 belong to the system on \
      many machines. `--port 0` takes any port that is free; without `--host` only this machine is \
      served.
      """)
  package static let watchLimit = Code(
    "TB-V003", "the system can watch every folder of a guide", .warning,
    explanation: """
      The system watches only so many folders, for all programs of a person together, and that many are \
      watched. Pages in the folders that are left are shown as they were until another page changes. On \
      Linux `sysctl fs.inotify.max_user_watches` shows the limit, and `sysctl -w \
      fs.inotify.max_user_watches=524288` raises it until the next start of the machine.
      """)
}
