import CVips

/// A photo made fit to keep and to show: small, upright, and without what the camera noted (place, time, device).
package struct Photo: Sendable, Hashable {
  /// Bytes that are taken in.
  package static let byteLimit = 20 << 20
  /// Pixels that are taken in.
  package static let pixelLimit = 60_000_000
  /// The longer edge of what comes out, in pixels.
  package static let edge = 1600

  /// A JPEG file.
  package let jpeg: [UInt8]
  /// In pixels, 1 to 1600.
  package let width: Int
  package let height: Int

  /// Takes JPEG, PNG, WebP, GIF (the first frame) and HEIC, going by the content and not by any name.
  /// - Throws: `DocumentError.notAPhoto`, `.tooLarge(.photoBytes)`, `.tooLarge(.photoPixels)`.
  package init(_ file: [UInt8]) throws(DocumentError) {
    guard file.count <= Self.byteLimit else { throw .tooLarge(.photoBytes) }
    guard let format = Format(file), Library.isReady else { throw .notAPhoto }
    defer { vips_error_clear() }
    do {
      self = try file.withUnsafeBytes { bytes in
        guard let loader = vips_foreign_find_load_buffer(bytes.baseAddress, bytes.count),
          String(cString: loader).hasPrefix(format.loader)
        else { throw DocumentError.notAPhoto }
        return try Self.fit(bytes)
      }
    } catch let error as DocumentError {
      throw error
    } catch {
      throw .notAPhoto
    }
  }

  /// Whether the first bytes are those of a picture that is taken in.
  static func isKnown(_ file: [UInt8]) -> Bool { Format(file) != nil }

  private init(jpeg: [UInt8], width: Int, height: Int) {
    (self.jpeg, self.width, self.height) = (jpeg, width, height)
  }

  private static func fit(_ bytes: UnsafeRawBufferPointer) throws -> Photo {
    // Opening reads the head of the file alone: too many pixels are refused before any is unpacked.
    guard let image = shim_vips_open(bytes.baseAddress, bytes.count) else { throw DocumentError.notAPhoto }
    defer { g_object_unref(image) }
    let (width, height) = (Int(vips_image_get_width(image)), Int(vips_image_get_height(image)))
    guard width > 0, height > 0 else { throw DocumentError.notAPhoto }
    guard width <= pixelLimit, height <= pixelLimit / width else { throw DocumentError.tooLarge(.photoPixels) }
    var fitted: UnsafeMutablePointer<VipsImage>?
    guard shim_vips_fit(image, &fitted, Int32(edge)) == 0, let fitted else { throw DocumentError.notAPhoto }
    defer { g_object_unref(fitted) }
    var output: UnsafeMutableRawPointer?
    var length = 0
    // `strip` leaves out EXIF, XMP, IPTC and profiles; what was transparent becomes white.
    let suffix = ".jpg[Q=82,strip,optimize_coding,background=255]"
    guard shim_vips_write(fitted, suffix, &output, &length) == 0, let output else { throw DocumentError.notAPhoto }
    defer { g_free(output) }
    return Photo(
      jpeg: [UInt8](UnsafeRawBufferPointer(start: output, count: length)),
      width: Int(vips_image_get_width(fitted)), height: Int(vips_image_get_height(fitted)))
  }

  /// The formats taken in, by their first bytes: no other loader of the library ever sees a file.
  private enum Format {
    case jpeg, png, webp, gif, heic

    init?(_ file: [UInt8]) {
      func has(_ mark: [UInt8], at offset: Int = 0) -> Bool { file.dropFirst(offset).starts(with: mark) }
      if has([0xFF, 0xD8, 0xFF]) {
        self = .jpeg
      } else if has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
        self = .png
      } else if has(Array("RIFF".utf8)), has(Array("WEBP".utf8), at: 8) {
        self = .webp
      } else if has(Array("GIF8".utf8)) {
        self = .gif
      } else if has(Array("ftyp".utf8), at: 4),
        ["heic", "heix", "mif1", "heim", "heis", "avif"].contains(where: { has(Array($0.utf8), at: 8) })
      {
        self = .heic
      } else {
        return nil
      }
    }

    /// How the name of the library's loader begins.
    var loader: String {
      switch self {
      case .jpeg: "VipsForeignLoadJpeg"
      case .png: "VipsForeignLoadPng"
      case .webp: "VipsForeignLoadWebp"
      case .gif: "VipsForeignLoadNsgif"
      case .heic: "VipsForeignLoadHeif"
      }
    }
  }

  /// The library, started once; whichever thread comes first.
  private enum Library {
    static let isReady: Bool = {
      guard vips_init("sanshi") == 0 else { return false }
      // One photo, one thread, and nothing kept: many come at once and none twice.
      vips_concurrency_set(1)
      vips_cache_set_max(0)
      // A broken photo is told to its sender; the library need not write to standard error as well.
      g_log_set_handler("VIPS", G_LOG_LEVEL_WARNING, { _, _, _, _ in }, nil)
      return true
    }()
  }
}
