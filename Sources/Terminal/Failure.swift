import ByteText
package import Diagnostics
import Reporting

/// One failure, printed as all findings are.
package enum Failure {
  package static func text(_ diagnostic: Diagnostic) -> String {
    var buffer = ByteBuffer()
    Report([diagnostic]).write(
      as: .text, color: StandardStream.error.showsColour, into: &buffer, source: { _ in nil })
    return buffer.withBytes { String(decoding: $0, as: UTF8.self) }
  }
}
