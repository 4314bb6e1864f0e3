import ByteText
import Diagnostics
import FileTree
import Markdown
import Pages
import Search

/// Makes the index of the site's search and writes its files.
struct SearchFiles: Sendable {
  private let site: Site
  /// The pages that can be found, in the order of the pages.
  private let pages: [Int]

  init(_ site: Site) {
    self.site = site
    pages = site.catalog.pages.indices.filter {
      !site.catalog.pages[$0].frontMatter.search.isExcluded
    }
  }

  /// All of the files, made on the caller's thread: for a site that is served from memory.
  func files() -> [(path: String, bytes: [UInt8])] {
    guard site.project.config.hasSearch else { return [] }
    var indexer = PageIndexer()
    for page in pages { indexer.add(self.page(page)) }
    let index = MergedIndex([indexer.finished()])
    let texts = TextShards(index)
    let words = Shards(index, [index.postings(0..<index.wordCount)], texts)
    var writer = TextWriter()
    let files = texts.pieces.indices.map { number in
      let places = index.places[texts.pieces[number]]
      return (texts.path(of: number), writer.file(number, places) { self.page(pages[$0]) })
    }
    return words.files.map { ($0.path, $0.bytes) } + files
  }

  /// Writes the files of a site that has a search. Returns what kept it from doing so.
  func write(to publisher: Publisher, jobs: Int) async -> PublishError? {
    guard site.project.config.hasSearch else { return nil }
    let ranges = parts(jobs * 3)
    let parts = await Workers.map(
      ranges.count, jobs: jobs, chunk: 1, makeWorker: {},
      { (_: inout Void, part) -> PartialIndex in
        var indexer = PageIndexer()
        for page in ranges[part] { indexer.add(self.page(pages[page])) }
        return indexer.finished()
      })
    let index = MergedIndex(parts)
    let texts = TextShards(index)
    // They need not wait until the words are in their order.
    async let failure = writeTexts(texts, of: index, to: publisher, jobs: jobs)
    let words = await writeWords(index, texts, to: publisher, jobs: jobs)
    return await failure ?? words
  }

  private func writeWords(
    _ index: MergedIndex, _ texts: TextShards, to publisher: Publisher, jobs: Int
  ) async -> PublishError? {
    let run = 1000
    let postings = await Workers.map(
      (index.wordCount + run - 1) / run, jobs: jobs, chunk: 1, makeWorker: {},
      { (_: inout Void, number) in
        index.postings(number * run..<min(index.wordCount, number * run + run))
      })
    let shards = Shards(index, postings, texts)
    return await write(
      shards.files.count, to: publisher, jobs: jobs, makeWorker: {},
      { (_: inout Void, number) in shards.files[number] })
  }

  private func writeTexts(
    _ texts: TextShards, of index: MergedIndex, to publisher: Publisher, jobs: Int
  ) async -> PublishError? {
    let places = index.places
    return await write(
      texts.pieces.count, to: publisher, jobs: jobs, makeWorker: { TextWriter() },
      { writer, number in
        let bytes = writer.file(number, places[texts.pieces[number]]) { self.page(pages[$0]) }
        return (texts.path(of: number), bytes)
      })
  }

  /// Writes some files, each made by the worker that writes it.
  private func write<Worker: ~Copyable>(
    _ count: Int, to publisher: Publisher, jobs: Int,
    makeWorker: @Sendable @escaping () -> Worker,
    _ file: @Sendable @escaping (inout Worker, Int) -> (path: String, bytes: [UInt8])
  ) async -> PublishError? {
    let failures = await Workers.map(
      count, jobs: jobs, makeWorker: makeWorker,
      { worker, number -> PublishError? in
        let file = file(&worker, number)
        do throws(PublishError) {
          try publisher.write(file.path, file.bytes)
          return nil
        } catch {
          return error
        }
      })
    return failures.lazy.compactMap { $0 }.first
  }

  /// Runs of pages with about the same amount of text.
  private func parts(_ count: Int) -> [Range<Int>] {
    let total = pages.reduce(0) { $0 + site.catalog.pages[$1].body.html.count }
    var ranges: [Range<Int>] = []
    var (start, size) = (0, 0)
    for index in pages.indices {
      size += site.catalog.pages[pages[index]].body.html.count
      if size * count >= total {
        ranges.append(start..<index + 1)
        (start, size) = (index + 1, 0)
      }
    }
    if start < pages.count { ranges.append(start..<pages.count) }
    return ranges
  }

  private func page(_ index: Int) -> SearchPage {
    let page = site.catalog.pages[index]
    let matter = page.frontMatter
    var found = SearchPage(
      url: PageContexts.escaped(site.catalog.urls[index]), title: page.title, html: page.body.html)
    found.trail =
      site.navigation.nodeOfPage[index].map { node in
        site.navigation.ancestors(of: node).map { site.navigation.nodes[$0].title }
      } ?? []
    found.description = matter.description?.value
    found.tags = matter.tags.map(\.value) + site.platformNames(of: page)
    found.boost = matter.search.boost ?? 1
    found.headings = page.body.headings.map {
      SearchPage.Heading(text: $0.text, anchor: $0.anchor, offset: $0.offset)
    }
    return found
  }
}
