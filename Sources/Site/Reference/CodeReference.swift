import Checking
package import Diagnostics

package enum CodeReference {
  package static let all: [Code] = RuleTable.codes
  package static let external: [Code] = []
}
