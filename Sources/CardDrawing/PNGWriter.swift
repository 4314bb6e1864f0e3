import ByteText

/// Pixels as a PNG: with a palette where few colours are enough for the eye, else in full.
enum PNGWriter {
  /// Nil where they cannot be packed.
  /// - Parameter exact: Colours that stay as they are, whatever becomes of those between them.
  static func png(_ pixels: [UInt32], width: Int, height: Int, exact: [UInt32]) -> [UInt8]? {
    if let (palette, rows) = indexed(pixels, width: width, exact: exact) {
      guard let packed = CardCanvas.deflated(rows) else { return nil }
      let colours = palette.flatMap(parts)
      return file(width, height, colourType: 3, [chunk("PLTE", colours), chunk("IDAT", packed)])
    }
    return CardCanvas.deflated(rows(pixels, width: width)).map {
      file(width, height, colourType: 2, [chunk("IDAT", $0)])
    }
  }

  /// Rows of places in a palette. Colours that agree in the first four bits of each part become one:
  /// sixteen steps from paper to ink are as smooth as 256, and take up two thirds. Nil where there
  /// are more of them than a palette has room for.
  private static func indexed(
    _ pixels: [UInt32], width: Int, exact: [UInt32]
  ) -> (palette: [UInt32], rows: [UInt8])? {
    func kind(_ pixel: UInt32) -> Int {
      let red = pixel >> 20 & 15
      let green = pixel >> 12 & 15
      let blue = pixel >> 4 & 15
      return Int(red << 8 | green << 4 | blue)
    }
    var places = [Int](repeating: -1, count: 1 << 12)
    var palette: [UInt32] = []
    for colour in exact where places[kind(colour)] < 0 {
      places[kind(colour)] = palette.count
      palette.append(colour)
    }
    let size = pixels.count / width * (width + 1)
    let rows = [UInt8](unsafeUninitializedCapacity: size) { rows, count in
      pixels.withUnsafeBufferPointer { pixels in
        // No pixel is this: the first is looked at.
        var last: UInt32 = 0xFFFF_FFFF
        var place: UInt8 = 0
        for start in stride(from: 0, to: pixels.count, by: width) {
          rows[count] = 0
          count += 1
          for index in start..<start + width {
            let pixel = pixels[index]
            if pixel != last {
              last = pixel
              let kind = kind(pixel)
              if places[kind] < 0 {
                guard palette.count < 256 else { return }
                places[kind] = palette.count
                palette.append(pixel)
              }
              place = UInt8(places[kind])
            }
            rows[count] = place
            count += 1
          }
        }
      }
    }
    return rows.count == size ? (palette, rows) : nil
  }

  /// Rows of whole colours, each pixel as what differs from the one before it.
  private static func rows(_ pixels: [UInt32], width: Int) -> [UInt8] {
    var rows: [UInt8] = []
    rows.reserveCapacity(pixels.count / width * (width * 3 + 1))
    for start in stride(from: 0, to: pixels.count, by: width) {
      rows.append(1)
      var last: UInt32 = 0
      for pixel in pixels[start..<start + width] {
        for shift in [16, 8, 0] as [UInt32] {
          rows.append(UInt8(pixel >> shift & 255) &- UInt8(last >> shift & 255))
        }
        last = pixel
      }
    }
    return rows
  }

  private static func parts(_ pixel: UInt32) -> [UInt8] {
    [UInt8(pixel >> 16 & 255), UInt8(pixel >> 8 & 255), UInt8(pixel & 255)]
  }

  private static func file(
    _ width: Int, _ height: Int, colourType: UInt8, _ chunks: [[UInt8]]
  ) -> [UInt8] {
    let header = bytes(UInt32(width)) + bytes(UInt32(height)) + [8, colourType, 0, 0, 0]
    return PNGHeader.signature + chunk("IHDR", header) + chunks.flatMap { $0 } + end
  }

  static let end = chunk("IEND", [])

  /// A part of a PNG: its length, its name, its bytes and their sum.
  static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let named = Array(name.utf8) + content
    return bytes(UInt32(content.count)) + named + bytes(sum(named))
  }

  static func bytes(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// CRC-32, as the PNG specification has it in its annex.
  private static func sum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF) { table[Int(($0 ^ UInt32($1)) & 255)] ^ $0 >> 8 }
  }

  private static let table: [UInt32] = (0..<256).map { number in
    (0..<8).reduce(UInt32(number)) { rest, _ in
      rest & 1 == 0 ? rest >> 1 : 0xEDB8_8320 ^ rest >> 1
    }
  }
}
