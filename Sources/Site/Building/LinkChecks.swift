import Links
import Pages

extension LinkCheck {
  /// The links of every page, in the order of the pages.
  static func all(_ catalog: Catalog, jobs: Int) async -> [LinkCheck] {
    let resolver = Resolver(catalog)
    return await Workers.map(
      catalog.pages.count, jobs: jobs, makeWorker: { resolver },
      { LinkCheck($1, in: catalog, with: $0) })
  }
}
