import ByteText
import Patterns

extension Transcript {
  /// A page of its own, readable without anything else.
  package var html: String {
    var page = ByteBuffer()
    page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
    page.append(escaping: title.isEmpty ? "Conversation" : title)
    page.append("</title>\n<style>\n")
    page.append(Self.style)
    page.append("</style>\n</head>\n<body>\n<main>\n")
    if !title.isEmpty {
      page.append("<h1>")
      page.append(escaping: title)
      page.append("</h1>\n")
    }
    for message in messages {
      page.append("<section class=\"\(message.role.rawValue)\">\n<h2>")
      page.append(escaping: heading(message))
      page.append("</h2>\n<p>")
      page.append(escaping: message.content)
      page.append("</p>\n</section>\n")
    }
    page.append("</main>\n</body>\n</html>\n")
    return page.withBytes { String(decoding: $0, as: UTF8.self) }
  }

  private static let style = """
    :root { color-scheme: light dark; }
    body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; }
    main { max-width: 44rem; margin: auto; padding: 1rem; }
    section { border-radius: .75rem; margin: 1rem 0; padding: .25rem 1rem; border: 1px solid #8886; }
    .user { margin-left: 15%; background: #4a90d91f; }
    .assistant { margin-right: 15%; }
    .system { font-style: italic; }
    h2 { font-size: .85rem; margin: .5rem 0 0; opacity: .75; }
    p { white-space: pre-wrap; overflow-wrap: anywhere; margin: .25rem 0 .5rem; }

    """
}
