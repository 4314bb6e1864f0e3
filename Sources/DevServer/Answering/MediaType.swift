/// The types of what a site holds, by the endings of names.
enum MediaType {
  /// The value for `Content-Type`.
  static func of(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return unknown }
    return types[name[name.index(after: dot)...].lowercased()] ?? unknown
  }

  static let html = text("html")
  private static let unknown = "application/octet-stream"

  private static func text(_ kind: String) -> String { "text/\(kind); charset=utf-8" }

  /// By the registry of media types, and as browsers want it. What is text says how it is encoded:
  /// pages are UTF-8, and so is nearly all else that lies beside them.
  private static let types: [String: String] = [
    "html": html, "htm": html, "xhtml": "application/xhtml+xml; charset=utf-8",
    "css": text("css"), "js": text("javascript"), "mjs": text("javascript"),
    "md": text("markdown"), "markdown": text("markdown"), "csv": text("csv"),
    "txt": text("plain"), "text": text("plain"), "log": text("plain"), "yml": text("plain"),
    "yaml": text("plain"), "toml": text("plain"), "ini": text("plain"), "sh": text("plain"),
    "py": text("plain"), "swift": text("plain"), "prompt": text("plain"), "tsv": text("plain"),
    "vtt": text("vtt"), "ics": text("calendar"),
    "json": "application/json; charset=utf-8", "map": "application/json; charset=utf-8",
    "jsonl": "application/jsonl; charset=utf-8", "jsonld": "application/ld+json; charset=utf-8",
    "webmanifest": "application/manifest+json; charset=utf-8",
    "xml": "application/xml; charset=utf-8", "atom": "application/atom+xml; charset=utf-8",
    "rss": "application/rss+xml; charset=utf-8", "svg": "image/svg+xml; charset=utf-8",
    "png": "image/png", "apng": "image/apng", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "bmp": "image/bmp",
    "ico": "image/vnd.microsoft.icon", "tif": "image/tiff", "tiff": "image/tiff",
    "jxl": "image/jxl", "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf",
    "otf": "font/otf", "mp3": "audio/mpeg", "m4a": "audio/mp4", "ogg": "audio/ogg",
    "oga": "audio/ogg", "opus": "audio/ogg", "flac": "audio/flac", "wav": "audio/wav",
    "mp4": "video/mp4", "m4v": "video/mp4", "webm": "video/webm", "ogv": "video/ogg",
    "mov": "video/quicktime", "pdf": "application/pdf", "epub": "application/epub+zip",
    "wasm": "application/wasm", "zip": "application/zip", "gz": "application/gzip",
    "tar": "application/x-tar", "7z": "application/x-7z-compressed",
  ]
}
