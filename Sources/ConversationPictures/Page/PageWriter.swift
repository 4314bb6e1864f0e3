import ByteText

/// The body of a page, and the head that goes with it.
struct PageWriter {
  private var body: [UInt8] = []

  /// Writes markup of our own around a text, which is escaped.
  mutating func add(_ before: StaticString, _ text: String, _ after: StaticString) {
    var buffer = ByteBuffer(capacity: text.utf8.count + 64)
    buffer.append(before)
    buffer.append(escaping: text)
    buffer.append(after)
    body += buffer.array
  }

  /// Writes markup that has no text of anybody else.
  mutating func raw(_ markup: String) { body += markup.utf8 }

  mutating func raw(_ markup: borrowing ByteBuffer) { body += markup.array }

  func finished(title: String) -> [UInt8] {
    let style = PageStyle.text + String(describing: PictureStyle.text)
    var page = ByteBuffer(capacity: body.count + 8192)
    page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    // Nothing may be loaded, run or sent, and no style but the one below counts.
    page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
    page.append("style-src 'sha256-")
    page.append(Base64.text(of: SHA256.digest(of: Array(style.utf8))))
    page.append("'; base-uri 'none'; form-action 'none'\">\n")
    page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    page.append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
    page.append(escaping: title)
    page.append("</title>\n<style>")
    page.append(style)
    page.append("</style>\n</head>\n<body>\n")
    page.append(body)
    page.append("</body>\n</html>\n")
    return page.array
  }
}
