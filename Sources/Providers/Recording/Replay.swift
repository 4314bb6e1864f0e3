package import Exporters
package import Fetch
import JSON
import Synchronization

/// Answers from recordings instead of asking anybody.
package final class Replay: ProviderTransport {
  package enum Matching: Sendable {
    /// The recording of the same request; lines without a digest answer, in their order, what has no
    /// recording of its own.
    case request
    /// One after the other, whatever is asked.
    case order
  }

  private let recordings: [Recording]
  private let matching: Matching
  private let used = Mutex<Set<Int>>([])

  /// - Parameter bytes: A JSON object a line, as `RecordingTransport` writes them or, by hand, as
  ///   little as `{"text": "the answer"}`. Empty lines are passed over.
  package init(parsing bytes: [UInt8], matching: Matching = .request) throws(RecordingProblem) {
    var recordings: [Recording] = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.allSatisfy({ $0 <= 0x20 }) {
      let value: JSONValue
      do throws(JSONError) { value = try JSONValue(parsing: Array(line)) } catch {
        throw .unreadable(line: index + 1, why: error.message)
      }
      do throws(RecordingProblem.Line) { recordings.append(try Recording(value)) } catch {
        throw .unreadable(line: index + 1, why: error.why)
      }
    }
    self.recordings = recordings
    self.matching = matching
  }

  package var count: Int { recordings.count }

  /// Who was asked when it was recorded; nil where the recordings do not tell.
  package var asked: (provider: Provider, model: String)? {
    for recording in recordings {
      if let provider = recording.provider.flatMap(Provider.init(rawValue:)),
        let model = recording.model
      {
        return (provider, model)
      }
    }
    return nil
  }

  package func send(
    _ call: ProviderCall, until cancellation: Cancellation, onPiece: (TransportPiece) -> Bool
  ) throws(TransportFailure) {
    let recording: Recording
    do throws(RecordingProblem) { recording = try next(for: call) } catch {
      throw .notRecorded(error)
    }
    let head = ExchangeHead(status: recording.status, headers: recording.headers)
    var pieces = [TransportPiece.head(head)]
    pieces += recording.text.map { [.text($0)] } ?? recording.chunks.map { .bytes($0) }
    for piece in pieces {
      if cancellation.isCancelled { throw .exchange(ExchangeFailure(.cancelled, head: head)) }
      if !onPiece(piece) { return }
    }
    if recording.isCut {
      throw .exchange(ExchangeFailure(.connection(.broken("as recorded")), head: head))
    }
  }

  private func next(for call: ProviderCall) throws(RecordingProblem) -> Recording {
    let hash = Recording.hash(of: call)
    let all = recordings.indices
    let isOrdered = matching == .order
    let own = isOrdered ? [] : all.filter { recordings[$0].hash == hash }
    let open = isOrdered ? Array(all) : all.filter { recordings[$0].hash == nil }
    let place = used.withLock { used in
      // What is asked once more than it was recorded gets the last answer again.
      let place =
        own.first { !used.contains($0) } ?? own.last ?? open.first { !used.contains($0) }
      if let place { used.insert(place) }
      return place
    }
    if let place { return recordings[place] }
    throw isOrdered || open.count == recordings.count
      ? .noMore(count: recordings.count) : .noAnswer(hash: hash)
  }
}
