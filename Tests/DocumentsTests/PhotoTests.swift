import CVips
import Testing

@testable import Documents

@Suite struct PhotoTests {
  struct Failed: Error {}

  /// A picture whose left half is red and right half blue, in a format such as ".jpg[Q=95]".
  private func picture(_ width: Int, _ height: Int, _ suffix: String) throws -> [UInt8] {
    // Starts the library through the code that is tested.
    _ = try? Photo(Array("GIF8".utf8))
    let pixels = (0..<height).flatMap { _ in
      (0..<width).flatMap { x in x < width / 2 ? [UInt8](arrayLiteral: 230, 10, 10) : [10, 10, 230] }
    }
    guard
      let image = vips_image_new_from_memory_copy(
        pixels, pixels.count, Int32(width), Int32(height), 3, VIPS_FORMAT_UCHAR)
    else { throw Failed() }
    defer { g_object_unref(image) }
    image.pointee.Type = VIPS_INTERPRETATION_sRGB
    var output: UnsafeMutableRawPointer?
    var length = 0
    guard shim_vips_write(image, suffix, &output, &length) == 0, let output else { throw Failed() }
    defer { g_free(output) }
    return [UInt8](UnsafeRawBufferPointer(start: output, count: length))
  }

  /// The pixel as red, green, blue.
  private func pixel(_ photo: Photo, _ x: Int, _ y: Int) throws -> [UInt8] {
    try photo.jpeg.withUnsafeBytes { bytes in
      guard let image = shim_vips_open(bytes.baseAddress, bytes.count) else { throw Failed() }
      defer { g_object_unref(image) }
      var size = 0
      guard let memory = vips_image_write_to_memory(image, &size) else { throw Failed() }
      defer { g_free(memory) }
      let start = (y * photo.width + x) * 3
      return Array(UnsafeRawBufferPointer(start: memory, count: size)[start..<(start + 3)])
    }
  }

  /// EXIF with orientation 6 (turn to the right) and a place: 30°15′ north.
  private var exif: [UInt8] {
    func entry(_ tag: UInt16, _ type: UInt16, _ count: UInt32, _ value: [UInt8]) -> [UInt8] {
      [UInt8(tag & 255), UInt8(tag >> 8), UInt8(type), 0, UInt8(count), 0, 0, 0] + value
    }
    let first =
      [2, 0] + entry(0x0112, 3, 1, [6, 0, 0, 0]) + entry(0x8825, 4, 1, [38, 0, 0, 0]) + [0, 0, 0, 0] as [UInt8]
    let place =
      [2, 0] + entry(1, 2, 2, [0x4E, 0, 0, 0]) + entry(2, 5, 3, [68, 0, 0, 0]) + [0, 0, 0, 0] as [UInt8]
    let degrees: [UInt8] = [30, 15, 0].flatMap { [$0, 0, 0, 0, 1, 0, 0, 0] }
    let body = Array("Exif\0\0".utf8) + [0x49, 0x49, 42, 0, 8, 0, 0, 0] + first + place + degrees
    return [0xFF, 0xE1, UInt8((body.count + 2) >> 8), UInt8((body.count + 2) & 255)] + body
  }

  /// The second bytes of a JPEG's markers, up to the pixels.
  private func markers(_ jpeg: [UInt8]) -> [UInt8] {
    var found: [UInt8] = []
    var index = 2
    while index + 4 < jpeg.count, jpeg[index] == 0xFF {
      found.append(jpeg[index + 1])
      if jpeg[index + 1] == 0xDA { break }
      index += 2 + Int(jpeg[index + 2]) << 8 + Int(jpeg[index + 3])
    }
    return found
  }

  private func contains(_ text: String, _ bytes: [UInt8]) -> Bool {
    let mark = Array(text.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: mark) }
  }

  @Test func turnsUprightAndForgetsThePlace() throws {
    let plain = try picture(400, 200, ".jpg[Q=95,strip]")
    let taken = Array(plain[..<2]) + exif + Array(plain[2...])
    #expect(contains("Exif", taken) && markers(taken).contains(0xE1))
    let photo = try Photo(taken)
    #expect((photo.width, photo.height) == (200, 400))
    let (top, bottom) = (try pixel(photo, 100, 50), try pixel(photo, 100, 350))
    #expect(top[0] > 200 && top[2] < 60)
    #expect(bottom[2] > 200 && bottom[0] < 60, "\(bottom)")
    #expect(!contains("Exif", photo.jpeg) && !contains("GPS", photo.jpeg))
    // No application segments but JFIF's own, and no comment.
    #expect(markers(photo.jpeg).allSatisfy { !(0xE1...0xEF).contains($0) && $0 != 0xFE })
    #expect(markers(photo.jpeg).contains(0xDA))
  }

  @Test func makesSmallerNeverLarger() throws {
    let large = try Photo(picture(3200, 1000, ".jpg"))
    #expect((large.width, large.height) == (1600, 500))
    let tall = try Photo(picture(900, 1800, ".png"))
    #expect((tall.width, tall.height) == (800, 1600))
    let small = try Photo(picture(20, 10, ".png"))
    #expect((small.width, small.height) == (20, 10))
  }

  @Test(arguments: [".png", ".webp", ".gif", ".jpg"])
  func takesFormat(_ suffix: String) throws {
    let photo = try Photo(picture(64, 32, suffix))
    #expect(photo.jpeg.starts(with: [0xFF, 0xD8, 0xFF]))
    #expect(try pixel(photo, 10, 16)[0] > 180)
  }

  @Test func takesHEICWhereTheLibraryCan() throws {
    // Debian's library reads HEIC; where it cannot write one there is nothing to try.
    guard let file = try? picture(64, 64, ".heic") else { return }
    let photo = try Photo(file)
    #expect((photo.width, photo.height) == (64, 64))
  }

  @Test func refusesWhatIsNoPhoto() throws {
    #expect(throws: DocumentError.notAPhoto) { try Photo([]) }
    #expect(throws: DocumentError.notAPhoto) { try Photo(Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8)) }
    #expect(throws: DocumentError.notAPhoto) { try Photo(Array("%PDF-1.4".utf8)) }
    #expect(throws: DocumentError.notAPhoto) {
      try Photo([0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](repeating: 7, count: 500))
    }
    #expect(throws: DocumentError.notAPhoto) { try Photo(Array("GIF89a".utf8)) }
    let whole = try picture(600, 400, ".jpg")
    #expect(throws: DocumentError.notAPhoto) { _ = try Photo(Array(whole[..<(whole.count / 2)])) }
  }

  @Test func keepsToTheLimits() throws {
    let heavy = try picture(20, 20, ".jpg") + [UInt8](repeating: 0, count: Photo.byteLimit)
    #expect(throws: DocumentError.tooLarge(.photoBytes)) { try Photo(heavy) }
    var wide = try picture(20, 20, ".jpg")
    let frame = try #require(wide.indices.first { wide[$0] == 0xFF && [0xC0, 0xC2].contains(wide[$0 + 1]) })
    wide.replaceSubrange((frame + 5)..<(frame + 9), with: [0x27, 0x10, 0x27, 0x10])
    #expect(throws: DocumentError.tooLarge(.photoPixels)) { try Photo(wide) }
  }

  @Test func manyAtOnce() async throws {
    let file = try picture(300, 200, ".jpg")
    let widths = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 { group.addTask { try Photo(file).width } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(widths == Array(repeating: 300, count: 8))
  }
}
