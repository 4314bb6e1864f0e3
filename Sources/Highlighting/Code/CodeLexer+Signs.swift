/// Names and lines that begin with a sign.
extension CodeLexer {
  /// `#include <stdio.h>` at the start of a line.
  mutating func preprocessor(_ painter: inout Painter) {
    let start = painter.position
    guard painter.isFirstInLine(start) else { return punctuation(&painter, 1) }
    let name = painter.blanksEnd(from: start &+ 1)
    let end = painter.wordEnd(from: name)
    let isInclude =
      painter.matchesWord("include", at: name) || painter.matchesWord("import", at: name)
    painter.paint(.directive, to: end)
    painter.skipBlanks()
    expected = .plain
    followsValue = false
    if isInclude, painter.peek() == .less {
      let close = painter.index(of: .greater, onLineOf: painter.position)
      painter.paint(.string, to: close.map { $0 &+ 1 } ?? painter.lineEnd(from: painter.position))
    }
  }

  /// `#[derive(Debug)]`, `#![allow(dead_code)]`
  mutating func bracketAttribute(_ painter: inout Painter) {
    var index = painter.position &+ 1
    if painter.byte(at: index) == .exclamation { index &+= 1 }
    guard painter.byte(at: index) == .openBracket else { return punctuation(&painter, 1) }
    var depth = 0
    while index < painter.end {
      let byte = painter.bytes[index]
      index &+= 1
      if byte == .openBracket { depth &+= 1 }
      if byte == .closeBracket {
        depth &-= 1
        if depth == 0 { break }
      }
    }
    painter.paint(.directive, to: index)
    expected = .plain
    followsValue = false
  }

  /// `@name.of.decorator`
  mutating func decorator(_ painter: inout Painter) {
    var end = painter.position &+ 1
    guard painter.byte(at: end).isLetter else { return punctuation(&painter, 1) }
    while end < painter.end, painter.bytes[end].isWord || painter.bytes[end] == .dot { end &+= 1 }
    let isInterface = painter.matchesWord("interface", at: painter.position &+ 1)
    painter.paint(.directive, to: end)
    expected = isInterface ? .type : .plain
    followsValue = false
  }

  /// A name with a sign before it: `$0`, `:name`, `@name`.
  mutating func sigil(_ painter: inout Painter) {
    let byte = painter.peek()
    let end = painter.wordEnd(from: painter.position &+ 1)
    // `a::int` is a cast.
    if end == painter.position &+ 1 || (byte == .colon && followsValue) {
      let isCast = byte == .colon && painter.peek(1) == .colon
      return punctuation(&painter, isCast ? 2 : 1)
    }
    painter.paint(.variable, to: end)
    expected = .plain
    followsValue = true
  }

  /// `` `default` ``: an identifier, whatever the word means.
  mutating func quotedName(_ painter: inout Painter) {
    let start = painter.position &+ 1
    guard let close = painter.index(of: .backtick, onLineOf: start) else {
      return punctuation(&painter, 1)
    }
    painter.paint(expected, to: close &+ 1)
    expected = .plain
    followsValue = true
  }
}
