/// A file of the new site.
struct NewFile: Sendable {
  let path: RelativePath
  let claim: PathTable.Claim
}
