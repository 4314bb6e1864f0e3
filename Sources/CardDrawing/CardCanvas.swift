import PangoShim

/// The pixels of a card, and Pango and Cairo, which draw on them. Several may be used at once, each
/// by one thread.
struct CardCanvas: ~Copyable {
  static let width = 1200
  static let height = 630

  private let canvas: OpaquePointer

  /// Why nothing can be drawn; nil where it can. Loads the libraries the first time.
  static var absence: String? { turnbook_pango_load().map { String(cString: $0) } }

  /// What the pixels of a text depend on besides the text: the libraries and the installed fonts.
  static var identity: String { String(cString: turnbook_pango_identity()) }

  static var hasFonts: Bool { turnbook_pango_font_count() != 0 }

  static func hasFamily(_ name: String) -> Bool { turnbook_pango_has_family(name) != 0 }

  /// Nil where there is no memory for it.
  init?(language: String) {
    guard let canvas = turnbook_canvas_new(Int32(Self.width), Int32(Self.height), language) else {
      return nil
    }
    self.canvas = canvas
  }

  deinit { turnbook_canvas_free(canvas) }

  /// How a text is set. Sizes are pixels.
  struct Setting {
    var family: String
    var isBold = false
    var size: Double
    var colour: CardColour
    var width: Double
    /// After these the text is cut off with an ellipsis.
    var lines = 1
    /// Between lines besides their own height.
    var leading = 0.0
    /// Whether a word that is longer than a line stays whole; then nothing is cut off.
    var keepsWords = false
  }

  /// What a text takes up.
  struct Extent {
    let width: Double
    let height: Double
    let lines: Int
    /// Characters that no installed font has.
    let missing: Int
    let isCut: Bool
  }

  func fill(_ colour: CardColour) {
    fill(colour, x: 0, y: 0, width: Double(Self.width), height: Double(Self.height))
  }

  func fill(_ colour: CardColour, x: Double, y: Double, width: Double, height: Double) {
    turnbook_canvas_fill(canvas, x, y, width, height, colour.number)
  }

  func measure(_ text: String, _ setting: Setting) -> Extent {
    Self.withStyle(setting, text) { turnbook_canvas_measure(canvas, $0, $1, $2) }
  }

  /// - Parameters:
  ///   - x: The left end of the text's width.
  ///   - y: Its upper end.
  func write(_ text: String, _ setting: Setting, x: Double, y: Double) {
    _ = Self.withStyle(setting, text) { turnbook_canvas_write(canvas, $0, $1, $2, x, y) }
  }

  /// Draws a PNG into a box, at its left. Returns the width that it takes; 0 where it is damaged.
  func draw(_ png: [UInt8], x: Double, y: Double, width: Double, height: Double) -> Double {
    png.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map {
        turnbook_canvas_picture(canvas, $0, bytes.count, x, y, width, height)
      } ?? 0
    }
  }

  /// What was drawn as pixels 0x00RRGGBB, row by row; nil where drawing failed.
  var pixels: [UInt32]? {
    var row = 0
    guard let start = turnbook_canvas_pixels(canvas, &row) else { return nil }
    return [UInt32](unsafeUninitializedCapacity: Self.width * Self.height) { pixels, count in
      let room = UnsafeMutableRawBufferPointer(pixels)
      let width = Self.width * 4
      for y in 0..<Self.height {
        UnsafeMutableRawBufferPointer(rebasing: room[(y * width)...])
          .copyMemory(from: UnsafeRawBufferPointer(start: start + y * row, count: width))
      }
      count = Self.width * Self.height
    }
  }

  /// The bytes as zlib packs them; nil where it fails.
  static func deflated(_ bytes: [UInt8]) -> [UInt8]? {
    let room = turnbook_deflate_bound(bytes.count)
    let packed = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      count = bytes.withUnsafeBufferPointer { bytes in
        guard let start = bytes.baseAddress, let place = buffer.baseAddress else { return 0 }
        return turnbook_deflate(start, bytes.count, place, room)
      }
    }
    return packed.isEmpty ? nil : packed
  }

  private static func withStyle(
    _ setting: Setting, _ text: String,
    _ body: (UnsafePointer<CChar>, Int, UnsafePointer<turnbook_text_style>)
      -> turnbook_text_extent
  ) -> Extent {
    let extent = setting.family.withCString { family in
      var style = turnbook_text_style(
        family: family, weight: setting.isBold ? 700 : 400, size: setting.size,
        colour: setting.colour.number, width: setting.width, lines: Int32(setting.lines),
        leading: setting.leading, keeps_words: setting.keepsWords ? 1 : 0)
      return text.withCString { body($0, text.utf8.count, &style) }
    }
    return Extent(
      width: extent.width, height: extent.height, lines: Int(extent.lines),
      missing: Int(extent.missing), isCut: extent.is_cut != 0)
  }
}
