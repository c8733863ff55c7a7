import CVips
import Testing

@testable import Documents

@Suite struct AttachmentTests {
  private static let pdf = Array("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".utf8)

  private func packed(_ parts: String...) throws -> [UInt8] {
    try ZipMaker.zip(parts.map { ZipMaker.Entry(name: $0, text: "<a/>") })
  }

  private func error(_ file: [UInt8]) -> DocumentError? {
    do throws(DocumentError) {
      _ = try Attachment(file)
      return nil
    } catch {
      return error
    }
  }

  @Test func whatItIsIsSeenFromWhatItHolds() throws {
    #expect(try Attachment(Self.pdf).kind == .pdf)
    #expect(try Attachment(packed("[Content_Types].xml", "word/document.xml")).kind == .docx)
    #expect(try Attachment(packed("[Content_Types].xml", "xl/workbook.xml")).kind == .xlsx)
    #expect(try Attachment(packed("[Content_Types].xml", "ppt/presentation.xml")).kind == .pptx)
    #expect(try Attachment(packed("OFD.xml", "Doc_0/Document.xml")).kind == .ofd)
    #expect(try Attachment(Array("施工记录：\t换管 3 米\r\n完工".utf8)).kind == .text)
  }

  @Test func aTextIsKeptAsUTF8() throws {
    // "维修记录，已换水管" as Windows in Chinese writes it.
    let gb: [UInt8] = [
      0xCE, 0xAC, 0xD0, 0xDE, 0xBC, 0xC7, 0xC2, 0xBC, 0xA3, 0xAC, 0xD2, 0xD1, 0xBB, 0xBB, 0xCB, 0xAE, 0xB9, 0xDC,
    ]
    let kept = try Attachment(gb)
    #expect(kept.kind == .text)
    #expect(String(decoding: kept.bytes, as: UTF8.self) == "维修记录，已换水管")
  }

  @Test func whatIsNotTakenSaysWhatToDo() throws {
    #expect(error(Array("MZ\u{0}\u{3}program".utf8)) == .notAPaper)
    #expect(error([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0]) == .notAPaper)
    #expect(error(try packed("readme.txt")) == .notAPaper)
    #expect(error([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == .oldOffice)
    #expect(error(try packed("word/document.xml", "word/vbaProject.bin")) == .macros)
    #expect(error(Array(Self.pdf.dropLast(8))) == .brokenOff)
    #expect(error(Array(try packed("word/document.xml").dropLast(30))) == .brokenOff)
    #expect(error([]) == .emptyFile)
    #expect(error([0xFF, 0xD8, 0xFF, 0xE0, 0]) == .notAPhoto)
    #expect(error(Self.pdf + [UInt8](repeating: 32, count: Attachment.byteLimit)) == .tooLarge(.fileBytes))
  }

  @Test(arguments: [
    ("答复书.pdf", "答复书.pdf"), ("../../etc/passwd", "passwd.pdf"), ("C:\\文件\\图纸.DWG", "图纸.pdf"), ("", "file.pdf"),
    (".htaccess", "file.pdf"), ("a.pdf.exe", "a.pdf.pdf"), ("..", "file.pdf"),
  ]) func aNameHasNoFolderAndTheEndingOfWhatItIs(given: String, kept: String) {
    #expect(AttachmentKind.pdf.name(from: given) == kept)
  }

  @Test func aLongNameIsCut() {
    #expect(AttachmentKind.ofd.name(from: String(repeating: "长", count: 300) + ".ofd").count == 104)
  }
}
