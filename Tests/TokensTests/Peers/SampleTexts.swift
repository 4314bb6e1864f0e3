import Foundation

/// Texts that a counter may go wrong with.
enum SampleTexts {
  /// Pages and sources of the repository, whole.
  static func files() throws -> [String] {
    let places = [
      "content/techniques", "content/manual/turn.md", "content/manual/templates.md", "Makefile",
      "Sources/Tokens", "Sources/Conversation", "Scripts", "Tests/Peers/peer.py",
    ]
    var texts: [String] = []
    for place in places {
      let path = Tiktoken.repository + "/" + place
      let inside = try? FileManager.default.subpathsOfDirectory(atPath: path).sorted()
      for file in inside.map({ $0.map { "\(path)/\($0)" } }) ?? [path] {
        guard let bytes = try? Data(contentsOf: URL(filePath: file)) else { continue }
        texts.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    return texts
  }

  /// Every character below U+3000 and some of each block above, among letters and spaces.
  static func characters() -> [String] {
    let low = Array(UInt32(0)..<0x3000)
    let high = stride(from: UInt32(0x3000), to: 0x32000, by: 37)
    return (low + high).compactMap(Unicode.Scalar.init).map { scalar in
      "A\(scalar)b 1\(scalar)2 \(scalar)x\(scalar) \n\(scalar)'S \(scalar)\(scalar)"
    }
  }

  /// Short texts of what the patterns tell apart.
  static func random(_ count: Int) -> [String] {
    let scalars = Array(
      " \t\n\r\u{A0}\u{3000}aAbZ\u{17F}'sSrReElLvVdDtTmM019½Ⅷ.,!/-_\u{301}\u{903}ªǅʰ中あ한ü🦀é\u{200D}²٣"
        .unicodeScalars)
    var random = SeededNumbers(seed: 1)
    return (0..<count).map { _ in
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...24, using: &random) {
        if let scalar = scalars.randomElement(using: &random) { text.append(scalar) }
      }
      return String(text)
    }
  }

  /// Runs of one character around the length where merging changes its way.
  static func runs() -> [String] {
    [" ", "a", "A", "0", "\n", ".", "é", "中", "\u{301}", "'", "-"].flatMap { character in
      (1...12).map { String(repeating: character, count: $0) }
        + [95, 96, 97, 1000].map { String(repeating: character, count: $0) }
    }
  }

  static let specials = ["<|endoftext|>", "a<|endofprompt|>b", "<|fim_prefix|> <|start|>"]

  /// Paragraphs about the same matter, by language.
  static let languages: [(name: String, text: String)] = [
    (
      "German",
      """
      Ein Gespräch mit einem Sprachmodell besteht aus vielen einzelnen Nachrichten. Wenn es zu lang \
      wird, passen die ältesten nicht mehr in das Fenster, und das Modell vergisst, worum es am \
      Anfang ging. Deshalb wiederholt man das Ziel nach einigen Runden und fasst zusammen, was bisher \
      beschlossen wurde. So bleiben auch längere Gespräche übersichtlich.
      """
    ),
    (
      "French",
      """
      Une conversation avec un modèle de langue se compose de nombreux messages. Lorsqu'elle devient \
      trop longue, les plus anciens ne tiennent plus dans la fenêtre, et le modèle oublie de quoi il \
      s'agissait au début. C'est pourquoi on rappelle l'objectif après quelques échanges et on résume \
      ce qui a déjà été décidé. Ainsi même les longues conversations restent claires.
      """
    ),
    (
      "Spanish",
      """
      Una conversación con un modelo de lenguaje se compone de muchos mensajes. Cuando se hace \
      demasiado larga, los más antiguos ya no caben en la ventana y el modelo olvida de qué se \
      trataba al principio. Por eso se repite el objetivo después de algunos turnos y se resume lo \
      que ya se ha decidido. Así también las conversaciones largas siguen siendo claras.
      """
    ),
    (
      "Russian",
      """
      Разговор с языковой моделью состоит из множества сообщений. Когда он становится слишком \
      длинным, самые старые уже не помещаются в окно, и модель забывает, о чём шла речь вначале. \
      Поэтому цель повторяют через несколько шагов и подводят итог тому, что уже решено. Так даже \
      долгие разговоры остаются понятными.
      """
    ),
    (
      "Chinese",
      """
      与语言模型的对话由许多消息组成。当对话变得太长时，最早的消息就放不进窗口，模型会忘记一开始的目的。\
      因此，每隔几轮就要重申目标，并总结已经决定的内容。这样，即使是很长的对话也能保持清晰。
      """
    ),
    (
      "Japanese",
      """
      言語モデルとの会話は多くのメッセージから成り立っています。会話が長くなりすぎると、古いメッセージは\
      ウィンドウに入らなくなり、モデルは最初の目的を忘れてしまいます。そこで、数回ごとに目標を繰り返し、\
      これまでに決まったことをまとめます。そうすれば、長い会話でも分かりやすいままです。
      """
    ),
  ]
}
