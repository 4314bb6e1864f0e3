package import Diagnostics

/// The codes under which a kind of file reports what has the wrong shape.
package struct ShapeCodes: Sendable {
  package let wrongType: Code
  package let wrongValue: Code
  package let unknownKey: Code
  package let missingKey: Code

  package init(wrongType: Code, wrongValue: Code, unknownKey: Code, missingKey: Code) {
    self.wrongType = wrongType
    self.wrongValue = wrongValue
    self.unknownKey = unknownKey
    self.missingKey = missingKey
  }
}
