import Diagnostics
import FileTree
import Pages

/// A guide kept in memory while its author writes: what has changed is read again, and what depends
/// on it made anew.
package actor LiveGuide {
  private var options: BuildOptions
  private let history: LiveHistory
  private var state: LiveState?

  package init(_ options: BuildOptions) {
    history = LiveHistory(options.history)
    self.options = options
    self.options.history = history.answer
    self.options.onStage = nil
  }

  /// Brings the site up to date.
  /// - Parameter changed: Absolute paths that may have changed; nil where anything may have.
  package func refresh(changed: Set<String>?) async -> LiveUpdate {
    if let changed, let state, let update = state.replacing(changed, options) {
      self.state = update.state
      return self.update(update.state, .pages(update.files))
    }
    if changed == nil { history.forget() }
    do throws(BuildFailure) {
      let new = try await LiveState(options, after: state, changed: changed)
      let change = new.change(since: state)
      state = new
      return update(new, change)
    } catch {
      return LiveUpdate(
        site: nil, diagnostics: [error.diagnostic], change: .nothing,
        watched: state?.watched ?? LiveState.watched(folder: options.folder))
    }
  }

  private func update(_ state: LiveState, _ change: LiveUpdate.Change) -> LiveUpdate {
    LiveUpdate(
      site: LiveSite(state.site), diagnostics: state.diagnostics, change: change,
      watched: state.watched)
  }
}
