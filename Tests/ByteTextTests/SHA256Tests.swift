import Foundation
import SHA256Shim
import Testing

@testable import ByteText

@Suite("SHA-256")
struct SHA256Tests {
  /// The examples of FIPS 180-4, and of NIST for a million times the letter a.
  @Test(
    "of known texts",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 1_000_000),
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ])
  func known(text: String, digest: String) {
    #expect(SHA256.hexadecimal(of: Array(text.utf8)) == digest)
  }

  @Test("is the same with the processor's own instructions and without")
  func portable() {
    for count in 0..<300 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* $0 &+ 31 &* count) }
      #expect(
        SHA256.digest(of: bytes)
          == SHA256.digest(of: bytes, taking: turnbook_sha256_take_portable))
    }
  }

  @Test("agrees with sha256sum at every length around a block's end")
  func lengths() throws {
    for count in [1, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1000] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      let file = FileManager.default.temporaryDirectory.appending(path: "sha-\(UUID().uuidString)")
      try Data(bytes).write(to: file)
      defer { try? FileManager.default.removeItem(at: file) }
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["sha256sum", file.path]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let data = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      let judge = String(decoding: data, as: UTF8.self).prefix(64)
      #expect(SHA256.hexadecimal(of: bytes) == judge, "\(count)")
    }
  }
}
