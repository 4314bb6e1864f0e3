import ByteText
import Diagnostics
import Pages
import YAML

/// Files for machines that follow the site: site map, robots file and Atom feed.
struct Feeds {
  static let feedPath = "feed.xml"

  /// Path and content of each file.
  private(set) var files: [(path: String, bytes: [UInt8])] = []

  init(_ site: Site) {
    let config = site.project.config
    // All of these need absolute addresses.
    guard let url = config.url else {
      files.append(("robots.txt", Array("User-agent: *\nAllow: /\n".utf8)))
      return
    }
    files.append(("sitemap.xml", Self.sitemap(site, url.text)))
    let robots = "User-agent: *\nAllow: /\n\nSitemap: \(url.text)sitemap.xml\n"
    files.append(("robots.txt", Array(robots.utf8)))
    guard Self.hasFeed(site) else { return }
    files.append((Self.feedPath, Self.feed(site, url.text)))
    if config.writesRSS { files += RSSFeed.files(site, url.text) }
  }

  /// A feed needs an address, and pages that say when they were written.
  static func hasFeed(_ site: Site) -> Bool {
    hasFeed(site.project.config, site.catalog.pages)
  }

  private static func hasFeed(_ config: SiteConfig, _ pages: [Page]) -> Bool {
    config.hasFeed && config.url != nil && pages.contains { $0.frontMatter.date != nil }
  }

  /// The files that a site of these pages will have, to which its pages may link.
  static func paths(_ config: SiteConfig, _ pages: [Page]) -> [String] {
    ["404.html", "robots.txt"] + (config.url == nil ? [] : ["sitemap.xml"])
      + (hasFeed(config, pages)
        ? [feedPath] + (config.writesRSS ? [RSSFeed.created, RSSFeed.updated] : []) : [])
  }

  private static func sitemap(_ site: Site, _ root: String) -> [UInt8] {
    var out = ByteBuffer()
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    out.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for (index, page) in site.catalog.pages.enumerated() {
      out.append("<url><loc>")
      out.append(escaping: root + PageContexts.escaped(site.catalog.urls[index]))
      out.append("</loc>")
      if let date = (page.frontMatter.updated ?? page.frontMatter.date)?.value.dayText {
        out.append("<lastmod>")
        out.append(escaping: date)
        out.append("</lastmod>")
      }
      out.append("</url>\n")
    }
    out.append("</urlset>\n")
    return out.array
  }

  /// Pages with a date, the newest first (RFC 4287). No clock is asked: the feed is as new as its
  /// newest page.
  private static func feed(_ site: Site, _ root: String) -> [UInt8] {
    let config = site.project.config
    let dated = site.catalog.pages.enumerated()
      .compactMap { index, page -> (date: String, updated: String, index: Int)? in
        guard let date = page.frontMatter.date?.value.timestamp else { return nil }
        return (date, page.frontMatter.updated?.value.timestamp ?? date, index)
      }
      .sorted { ($1.date, $0.index) < ($0.date, $1.index) }
      .prefix(50)
    var out = ByteBuffer()
    func element(_ name: StaticString, _ text: String, _ out: inout ByteBuffer) {
      out.append(UInt8(ascii: "<"))
      out.append(name)
      out.append(UInt8(ascii: ">"))
      out.append(escaping: text)
      out.append("</")
      out.append(name)
      out.append(">\n")
    }
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    out.append("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n")
    element("title", config.name, &out)
    element("id", root, &out)
    out.append("<link href=\"")
    out.append(escaping: root)
    out.append("\"/>\n<link rel=\"self\" href=\"")
    out.append(escaping: root + feedPath)
    out.append("\"/>\n")
    element("updated", dated.map(\.updated).max() ?? "1970-01-01T00:00:00Z", &out)
    out.append("<author><name>")
    out.append(escaping: config.author ?? config.name)
    out.append("</name></author>\n")
    for entry in dated {
      let page = site.catalog.pages[entry.index]
      let url = root + PageContexts.escaped(site.catalog.urls[entry.index])
      out.append("<entry>\n")
      element("title", page.title, &out)
      element("id", url, &out)
      out.append("<link href=\"")
      out.append(escaping: url)
      out.append("\"/>\n")
      element("published", entry.date, &out)
      element("updated", entry.updated, &out)
      if let summary = page.frontMatter.description?.value { element("summary", summary, &out) }
      out.append("</entry>\n")
    }
    out.append("</feed>\n")
    return out.array
  }
}
