import ByteText
import Exporters
import JSON
import Patterns

/// A whole conversation in a file: the session and every message of its tree, forks and summaries
/// too. What is written and read again is equal.
package struct SessionFile: Sendable, Hashable {
  package static let format = "turnbook.session/1"

  package var session: Session
  package var tree: MessageTree

  package init(session: Session, tree: MessageTree) {
    self.session = session
    self.tree = tree
  }

  /// JSON, indented; ends with a line feed.
  package func encoded() -> [UInt8] {
    var json = JSONWriter(layout: .indented)
    json.object { json in
      json.member("format", Self.format)
      json.object("session") { json in write(session, to: &json) }
      json.array("messages") { json in
        for message in tree.messages { json.object { json in write(message, to: &json) } }
      }
    }
    var buffer = json.finish()
    buffer.append(UInt8(ascii: "\n"))
    return buffer.array
  }

  private func write(_ session: Session, to json: inout JSONWriter) {
    json.member("id", session.id)
    json.member("title", session.title)
    json.key("pattern")
    if let pattern = session.pattern {
      json.object { json in
        json.member("id", pattern.id)
        json.member("variant", pattern.variant)
        json.member("sha256", pattern.sha256)
      }
    } else {
      json.null()
    }
    json.member("script", session.script)
    json.array("values") { json in
      for value in session.values {
        json.object { json in
          json.member("name", value.name)
          json.member("value", value.value)
        }
      }
    }
    json.member("system", session.system)
    write(session.goal, to: &json)
    json.member("turn_limit", session.turnLimit)
    json.member("anchor_every", session.anchorEvery)
    json.member("provider", session.provider.rawValue)
    json.member("model", session.model)
    json.member("base_url", session.baseURL)
    json.member("fit", session.fit.rawValue)
    json.member("window", session.window)
    json.member("channel", session.channel.rawValue)
    json.member("contact", session.contact)
    json.member("leaf", session.leaf.map(Int.init))
    json.array("asides") { json in
      for aside in session.asides {
        json.object { json in
          json.member("topic", aside.topic)
          json.member("back", aside.back.map(Int.init))
        }
      }
    }
    json.member("created", Int(session.created))
    json.member("changed", Int(session.changed))
  }

  private func write(_ goal: Goal?, to json: inout JSONWriter) {
    json.key("goal")
    guard let goal else { return json.null() }
    json.object { json in
      json.member("statement", goal.statement)
      json.array("steps") { json in
        for step in goal.steps {
          json.object { json in
            json.member("text", step.text)
            json.member("done", step.isDone)
          }
        }
      }
    }
  }

  private func write(_ message: ChatMessage, to json: inout JSONWriter) {
    json.member("id", Int(message.id))
    json.member("parent", message.parent.map(Int.init))
    if case .summary(let from) = message.kind { json.member("summary_from", Int(from)) }
    json.member("role", message.role.rawValue)
    json.member("content", message.content)
    json.member("turn", message.turn)
    json.member("channel", message.channel.rawValue)
    json.member("time", Int(message.time))
    json.member("state", message.state.rawValue)
    if !message.asides.isEmpty {
      json.array("asides") { json in for topic in message.asides { json.value(topic) } }
    }
    guard let origin = message.origin else { return }
    json.object("origin") { json in
      json.member("provider", origin.provider)
      json.member("model", origin.model)
      if let usage = origin.usage {
        json.object("usage") { json in
          json.member("input", usage.input)
          json.member("output", usage.output)
          json.member("cached", usage.cached)
        }
      }
      json.member("response_id", origin.responseID)
      json.member("finish_reason", origin.finishReason)
      json.member("error", origin.error)
    }
  }
}
