import Values

/// A paper that may be kept beside a matter's work: known by its content, whatever its name says.
package struct Attachment: Sendable, Hashable {
  /// Bytes that are taken in.
  package static let byteLimit = 20 << 20

  package let kind: AttachmentKind
  /// What is kept: a picture freed of what the camera noted, a text as UTF-8, everything else as it came.
  package let bytes: [UInt8]

  /// Takes PDF, OFD, DOCX, XLSX, PPTX, plain text and pictures.
  /// - Throws: `DocumentError`: `.notAPaper`, `.oldOffice`, `.macros`, `.brokenOff`, `.notAPhoto`, `.tooLarge`.
  package init(_ file: [UInt8]) throws(DocumentError) {
    guard file.count <= Self.byteLimit else { throw .tooLarge(.fileBytes) }
    guard !file.isEmpty else { throw .emptyFile }
    switch file {
    case _ where file.starts(with: Array("%PDF-".utf8)):
      guard file.suffix(2048).contains(Array("%%EOF".utf8)) else { throw .brokenOff }
      (kind, bytes) = (.pdf, file)
    case _ where file.starts(with: [0x50, 0x4B, 0x03, 0x04]): (kind, bytes) = (try Self.packed(file), file)
    case _ where file.starts(with: [0xD0, 0xCF, 0x11, 0xE0]): throw .oldOffice
    case _ where Photo.isKnown(file): (kind, bytes) = (.picture, try Photo(file).jpeg)
    default: (kind, bytes) = (.text, Array(try Self.text(file).utf8))
    }
  }

  /// Which of the packed formats it is, by the part that each must have.
  private static func packed(_ file: [UInt8]) throws(DocumentError) -> AttachmentKind {
    guard let archive = try? ZipArchive(file) else { throw .brokenOff }
    guard let kind = AttachmentKind.allCases.first(where: { $0.mainPart.map(archive.contains) ?? false }) else {
      throw .notAPaper
    }
    if ["word", "xl", "ppt"].contains(where: { archive.contains("\($0)/vbaProject.bin") }) { throw .macros }
    return kind
  }

  /// What is text through and through: no control character but tabs, line and page ends.
  private static func text(_ file: [UInt8]) throws(DocumentError) -> String {
    let isControl: (UInt8) -> Bool = { $0 < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D].contains($0) }
    let isWide = file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0xFE, 0xFF])
    if !isWide, file.contains(where: isControl) { throw .notAPaper }
    do { return try TextDecoding.decode(file) } catch { throw .notAPaper }
  }
}

/// The formats of papers.
package enum AttachmentKind: String, Sendable, CaseIterable, Codable {
  case pdf, ofd, docx, xlsx, pptx, text, picture

  /// How the name of its file ends.
  package var ending: String {
    switch self {
    case .text: "txt"
    case .picture: "jpg"
    default: rawValue
    }
  }

  /// What the chooser of files offers.
  package static let accepted = allCases.map { "." + $0.ending }.joined(separator: ",") + ",.jpeg,.png,.webp,.gif,.heic"

  package var mediaType: String {
    switch self {
    case .pdf: "application/pdf"
    case .ofd: "application/ofd"
    case .docx: office + "wordprocessingml.document"
    case .xlsx: office + "spreadsheetml.sheet"
    case .pptx: office + "presentationml.presentation"
    case .text: "text/plain; charset=utf-8"
    case .picture: "image/jpeg"
    }
  }

  private var office: String { "application/vnd.openxmlformats-officedocument." }

  /// The entry without which a packed file is none of this kind.
  fileprivate var mainPart: String? {
    switch self {
    case .ofd: "OFD.xml"
    case .docx: "word/document.xml"
    case .xlsx: "xl/workbook.xml"
    case .pptx: "ppt/presentation.xml"
    case .pdf, .text, .picture: nil
    }
  }

  /// A file's name made safe: no folder, its own ending, at most 100 characters.
  package func name(from given: String) -> String {
    let last = given.split(whereSeparator: { "/\\".contains($0) }).last.map(String.init) ?? ""
    let stem = last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
    let kept = stem.trimmingPrefix(while: { $0 == "." || $0.isWhitespace }).prefix(100)
    return (kept.isEmpty ? "file" : String(kept)) + "." + ending
  }
}
