/// Where a message was said. One conversation may go from channel to channel.
package enum Channel: String, Sendable, CaseIterable {
  case cli, web, sms, voice
}
