import ByteText
import Diagnostics
import Pages
import YAML

/// The feed as RSS 2.0, for readers who follow a site that MkDocs made: pages by the day on which
/// they were published, and by the day on which they were revised.
enum RSSFeed {
  static let created = "feed_rss_created.xml"
  static let updated = "feed_rss_updated.xml"

  static func files(_ site: Site, _ root: String) -> [(path: String, bytes: [UInt8])] {
    let pages = site.catalog.pages
    return [
      (created, feed(site, root, created) { pages[$0].frontMatter.date?.value.timestamp }),
      (
        updated,
        feed(site, root, updated) {
          (pages[$0].frontMatter.updated ?? pages[$0].frontMatter.date)?.value.timestamp
        }
      ),
    ]
  }

  /// The fifty newest pages by some day.
  private static func feed(
    _ site: Site, _ root: String, _ path: String, day: (Int) -> String?
  ) -> [UInt8] {
    let config = site.project.config
    let dated = site.catalog.pages.indices
      .compactMap { index in day(index).map { (day: $0, index: index) } }
      .sorted { ($1.day, $0.index) < ($0.day, $1.index) }
      .prefix(50)
    var out = ByteBuffer()
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    out.append("<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\">\n<channel>\n")
    add("title", config.name, &out)
    add("link", root, &out)
    add("description", config.description ?? config.name, &out)
    out.append("<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"")
    out.append(escaping: root + path)
    out.append("\"/>\n")
    for entry in dated {
      let page = site.catalog.pages[entry.index]
      let url = root + PageContexts.escaped(site.catalog.urls[entry.index])
      out.append("<item>\n")
      add("title", page.title, &out)
      add("link", url, &out)
      add("guid", url, &out)
      if let date = RFC822Date(entry.day)?.text { add("pubDate", date, &out) }
      if let summary = page.frontMatter.description?.value { add("description", summary, &out) }
      out.append("</item>\n")
    }
    out.append("</channel>\n</rss>\n")
    return out.array
  }

  private static func add(_ name: StaticString, _ text: String, _ out: inout ByteBuffer) {
    out.append(UInt8(ascii: "<"))
    out.append(name)
    out.append(UInt8(ascii: ">"))
    out.append(escaping: text)
    out.append("</")
    out.append(name)
    out.append(">\n")
  }
}

/// A moment as RSS writes it (RFC 822 with a year of four digits).
struct RFC822Date {
  let text: String

  /// - Parameter timestamp: as in RFC 3339: `2026-01-31T10:30:00+02:00`.
  init?(_ timestamp: String) {
    let parts = timestamp.split(separator: "T")
    guard parts.count == 2 else { return nil }
    let day = parts[0].split(separator: "-").compactMap { Int($0) }
    guard day.count == 3, (1...12).contains(day[1]) else { return nil }
    let zone: String
    if parts[1].hasSuffix("Z") {
      zone = "+0000"
    } else {
      zone = parts[1].suffix(6).filter { $0 != ":" }
    }
    let weekday = Self.weekdays[Self.weekday(day[0], day[1], day[2])]
    let number = day[2] < 10 ? "0\(day[2])" : "\(day[2])"
    text =
      "\(weekday), \(number) \(Self.months[day[1] - 1]) \(day[0]) \(parts[1].prefix(8)) \(zone)"
  }

  /// 0 for a Sunday, by Sakamoto's rule.
  private static func weekday(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let year = month < 3 ? year - 1 : year
    return (year + year / 4 - year / 100 + year / 400 + offsets[month - 1] + day) % 7
  }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
