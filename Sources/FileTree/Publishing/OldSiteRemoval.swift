/// Removes the old site after the exchange: what was surveyed, and nothing that came later.
struct OldSiteRemoval {
  private let staging: Staging
  private let place: OutputPlace
  private let old: Folder

  init(_ publisher: Publisher, _ old: Folder) {
    staging = publisher.staging
    place = publisher.place
    self.old = old
  }

  /// - Returns: a folder beside the output with the files that came later, nil if there are none.
  func run(_ survey: OldSiteSurvey) -> String? {
    guard holdsMore(afterRemoving: survey) else { return nil }
    let saved = staging.workplace.savedFolder(for: staging.name)
    do { try staging.container.rename(Staging.treeName, into: place.parent, as: saved) } catch {
      return nil
    }
    return OutputPlace.split(place.path).above + "/" + saved.text
  }

  private func holdsMore(afterRemoving survey: OldSiteSurvey) -> Bool {
    do throws(Errno) {
      for file in survey.files { try old.removeFile(file) }
      var isLeft = false
      for folder in survey.folders.reversed() {
        do { try old.removeFolder(folder) } catch  where error == .notEmpty { isLeft = true }
      }
      return isLeft || !old.isEmpty
    } catch {
      // Something that may not be removed as it is; the staging folder's removal sees to that.
      return false
    }
  }
}
