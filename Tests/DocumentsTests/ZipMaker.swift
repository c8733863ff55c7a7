import CZip
import Foundation

/// Makes zip files for tests.
enum ZipMaker {
  struct Failed: Error {}

  /// An entry: its bytes, or so many zeros; locked with a password if wanted.
  struct Entry {
    var name: String
    var text = ""
    var zeros = 0
    var password: String?
  }

  static func zip(_ entries: [Entry]) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("made.zip").path
    guard let archive = zip_open(path, ZIP_CREATE, nil) else { throw Failed() }
    for (index, entry) in entries.enumerated() {
      let file = folder.appendingPathComponent("\(index)")
      try Data(entry.text.utf8).write(to: file)
      if entry.zeros > 0 {
        // A sparse file: no disk is used.
        let handle = try FileHandle(forWritingTo: file)
        try handle.truncate(atOffset: UInt64(entry.zeros))
        try handle.close()
      }
      guard let source = zip_source_file(archive, file.path, 0, -1) else { throw Failed() }
      let added = zip_file_add(archive, entry.name, source, 0)
      guard added >= 0 else { throw Failed() }
      if let password = entry.password {
        guard zip_file_set_encryption(archive, UInt64(added), UInt16(ZIP_EM_AES_256), password) == 0 else {
          throw Failed()
        }
      }
    }
    guard zip_close(archive) == 0 else { throw Failed() }
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// A workbook of one sheet; parts are the insides of their XML elements.
  static func workbook(
    sheetData: String, after: String = "", before: String = "", strings: String? = nil, styles: String? = nil,
    workbookPr: String = ""
  ) throws -> [UInt8] {
    let sheet = "\(before)<worksheet xmlns=\"s\"><sheetData>\(sheetData)</sheetData>\(after)</worksheet>"
    return try zip(
      parts(strings: strings, styles: styles, workbookPr: workbookPr) + [
        Entry(name: "xl/worksheets/first.xml", text: sheet)
      ])
  }

  /// All parts of a workbook but its sheet, "xl/worksheets/first.xml".
  static func parts(strings: String? = nil, styles: String? = nil, workbookPr: String = "") -> [Entry] {
    let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var entries = [
      Entry(
        name: "_rels/.rels",
        text:
          #"<Relationships><Relationship Id="a" Type="\#(type)/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
      ),
      Entry(
        name: "xl/workbook.xml",
        text: """
          <?xml version="1.0"?><workbook>\(workbookPr)<sheets><sheet name="藏" sheetId="1" state="hidden" r:id="x0"/>\
          <sheet name="诉求&amp;问题" sheetId="2" r:id="x1"/></sheets></workbook>
          """),
      Entry(
        name: "xl/_rels/workbook.xml.rels",
        text: """
          <Relationships><Relationship Id="x1" Type="\(type)/worksheet" Target="/xl/worksheets/first.xml"/>\
          <Relationship Id="x2" Type="\(type)/sharedStrings" Target="sharedStrings.xml"/>\
          <Relationship Id="x3" Type="\(type)/styles" Target="styles.xml"/></Relationships>
          """),
    ]
    if let strings { entries.append(Entry(name: "xl/sharedStrings.xml", text: "<sst>\(strings)</sst>")) }
    if let styles { entries.append(Entry(name: "xl/styles.xml", text: "<styleSheet>\(styles)</styleSheet>")) }
    return entries
  }
}
