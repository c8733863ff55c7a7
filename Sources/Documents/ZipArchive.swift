import CZip

/// The entries of a zip file in memory, read with a bound on what they unpack to.
final class ZipArchive {
  /// What an honest table stays within.
  struct Limits {
    /// Bytes that all entries read from one archive may unpack to, together.
    var unpacked: UInt64 = 200 << 20
    /// Unpacked bytes per packed byte, of an entry that unpacks to more than 1 MB.
    var ratio: UInt64 = 200
    /// Entries in one archive.
    var entries: Int64 = 10_000
  }

  private let bytes: UnsafeMutableRawBufferPointer
  private let archive: OpaquePointer
  private let limits: Limits
  private var counted: Set<UInt64> = []
  private var total: UInt64 = 0

  /// - Throws: `DocumentError.notXlsx` when the bytes are no zip file.
  init(_ file: [UInt8], limits: Limits = Limits()) throws {
    guard file.starts(with: [0x50, 0x4B]) else { throw DocumentError.notXlsx }
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: file.count, alignment: 1)
    copy.copyBytes(from: file)
    guard let source = zip_source_buffer_create(copy.baseAddress, UInt64(file.count), 0, nil) else {
      copy.deallocate()
      throw DocumentError.notXlsx
    }
    guard let opened = zip_open_from_source(source, ZIP_RDONLY, nil) else {
      zip_source_free(source)
      copy.deallocate()
      throw DocumentError.notXlsx
    }
    (bytes, archive, self.limits) = (copy, opened, limits)
    if zip_get_num_entries(opened, 0) > limits.entries { throw DocumentError.tooLarge(.unpacked) }
  }

  deinit {
    zip_discard(archive)
    bytes.deallocate()
  }

  /// Whether there is an entry of this name, such as "xl/workbook.xml".
  func contains(_ name: String) -> Bool { zip_name_locate(archive, name, 0) >= 0 }

  /// Reads one entry from its beginning; `body` gets a function that fills a buffer and says how much, 0 at the end.
  /// - Throws: `.damaged` when it is not there or broken, `.encrypted`, `.tooLarge(.unpacked)`.
  func read<Result>(
    _ name: String, _ body: ((UnsafeMutableRawBufferPointer) throws -> Int) throws -> Result
  ) throws -> Result {
    let (index, size) = try measure(name)
    guard let file = zip_fopen_index(archive, index, 0) else { throw DocumentError.damaged(name) }
    defer { zip_fclose(file) }
    var left = size
    return try body { buffer in
      let count = zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
      guard count >= 0 else { throw DocumentError.damaged(name) }
      // An entry that holds more than the archive says: the size said cannot be trusted.
      guard UInt64(count) <= left else { throw DocumentError.tooLarge(.unpacked) }
      left -= UInt64(count)
      return Int(count)
    }
  }

  private func measure(_ name: String) throws -> (index: UInt64, size: UInt64) {
    var stat = zip_stat_t()
    zip_stat_init(&stat)
    guard zip_stat(archive, name, 0, &stat) == 0 else { throw DocumentError.damaged(name) }
    guard stat.encryption_method == UInt16(ZIP_EM_NONE) else { throw DocumentError.encrypted }
    if stat.size > 1 << 20, stat.size / max(stat.comp_size, 1) > limits.ratio {
      throw DocumentError.tooLarge(.unpacked)
    }
    if counted.insert(stat.index).inserted { total = total.addingReportingOverflow(stat.size).partialValue }
    guard stat.size <= limits.unpacked, total <= limits.unpacked else { throw DocumentError.tooLarge(.unpacked) }
    return (stat.index, stat.size)
  }
}
