import Values

/// Why a file cannot be read or made: each with what to do about it, in both languages.
package enum DocumentError: Error, Sendable, Hashable {
  /// Not an Excel workbook at all: another kind of file, whatever its name says.
  case notXlsx
  /// The Excel format of before 2007 (.xls).
  case oldExcel
  /// Locked with a password.
  case encrypted
  /// Larger than a table may be; which measure was passed.
  case tooLarge(Excess)
  /// A part of the workbook cannot be understood; its name inside the file.
  case damaged(String)
  /// The workbook has no sheet of this name.
  case noSuchSheet(String)
  /// Neither UTF-8, UTF-16 nor GB18030: offset in bytes, from 0, of the first byte that cannot be read.
  case notText(offset: Int)
  /// A quotation mark opened in this line, from 1, is never closed.
  case openQuote(line: Int)
  /// Not a photo in a known format, or one that breaks off.
  case notAPhoto
  /// A file of a kind that is not kept beside a matter's work.
  case notAPaper
  /// A file of an older office program, or one that is locked with a password: both look the same from outside.
  case oldOffice
  /// An office file that carries programs.
  case macros
  /// A file whose end is missing.
  case brokenOff
  /// A file with nothing in it.
  case emptyFile
  /// The text has more bytes than a QR code holds.
  case tooLongForQR
  /// The file could not be made; what the library or the disk said.
  case cannotWrite(String)

  /// The measure that was passed.
  package enum Excess: Sendable, Hashable {
    /// More unpacked bytes than allowed, or a packing ratio that no honest table has.
    case unpacked
    /// More rows, columns, or merged areas than allowed.
    case rows, columns, merges
    /// A photo with more bytes or pixels than allowed.
    case photoBytes, photoPixels
    /// A file with more bytes than allowed.
    case fileBytes
  }

  /// What to tell the person.
  package var message: Text {
    switch self {
    case .notXlsx:
      Text(zh: "这个文件不是 Excel 表格。请选 .xlsx 文件", en: "This file is not an Excel workbook. Please choose an .xlsx file")
    case .oldExcel: Text(zh: "请另存为 .xlsx", en: "This is the old Excel format. Please save it as .xlsx")
    case .encrypted:
      Text(zh: "这个表格有密码。请去掉密码再选一次", en: "This workbook has a password. Please remove it and choose the file again")
    case .tooLarge(let excess): excess.message
    case .damaged(let part):
      Text(
        zh: "表格里有一部分读不懂（\(part)）。请在 Excel 里打开，另存一份再试",
        en: "A part of the workbook cannot be read (\(part)). Open it in Excel, save a copy and try again")
    case .noSuchSheet(let name): Text(zh: "没有叫“\(name)”的工作表", en: "There is no sheet called “\(name)”")
    case .notText(let offset):
      Text(
        zh: "第 \(offset + 1) 个字节起读不出文字。请另存为 UTF-8 再试",
        en: "The text cannot be read from byte \(offset + 1). Save the file as UTF-8 and try again")
    case .openQuote(let line):
      Text(zh: "第 \(line) 行的引号没有收尾", en: "The quotation mark in line \(line) is not closed")
    case .notAPhoto:
      Text(
        zh: "这个文件打不开，不是照片或没传完整。请选 JPG、PNG、WebP、GIF 或手机照片",
        en: "This is not a complete photo. Please choose a JPG, PNG, WebP, GIF or a picture from a phone")
    case .notAPaper:
      Text(
        zh: "这种文件不收。请选 PDF、OFD、Word（.docx）、Excel（.xlsx）、PPT（.pptx）、纯文本或图片",
        en:
          "Files of this kind are not taken. Choose PDF, OFD, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), plain text or a picture"
      )
    case .oldOffice:
      Text(
        zh: "这是旧版 Office、WPS 文件，或者有密码。请另存为不带密码的 .docx、.xlsx、.pptx 或 PDF",
        en: "This is an older Office file or has a password. Save it as .docx, .xlsx, .pptx or PDF without a password")
    case .macros:
      Text(zh: "文件里带有宏程序。请另存为不带宏的文件", en: "The file carries macros. Save a copy without them")
    case .brokenOff:
      Text(zh: "文件没传完整，或者已损坏。请重新选一次", en: "The file breaks off or is damaged. Please choose it again")
    case .emptyFile: Text(zh: "这个文件是空的。请换一个", en: "This file is empty. Please choose another")
    case .tooLongForQR:
      Text(zh: "文字太长，一个二维码放不下", en: "The text is too long for one QR code")
    case .cannotWrite(let reason):
      Text(zh: "文件没有做成（\(reason)）。请稍后再试", en: "The file could not be made (\(reason)). Please try again later")
    }
  }
}

extension DocumentError.Excess {
  fileprivate var message: Text {
    switch self {
    case .unpacked:
      Text(
        zh: "表格展开后太大。请分成几个文件",
        en: "The workbook is too large once unpacked. Please split it into several files")
    case .rows:
      Text(zh: "表格超过 100 万行。请分成几个文件", en: "The table has more than 1,000,000 rows. Please split it into several files")
    case .columns:
      Text(zh: "表格超过 200 列。请只留要用的列", en: "The table has more than 200 columns. Please keep only those you need")
    case .merges:
      Text(zh: "合并单元格太多。请取消合并再试", en: "The table has too many merged cells. Please unmerge them and try again")
    case .photoBytes:
      Text(zh: "照片超过 20 MB。请换一张小一点的", en: "The photo is larger than 20 MB. Please choose a smaller one")
    case .fileBytes:
      Text(zh: "文件超过 20 MB。请压缩或分开再传", en: "The file is larger than 20 MB. Make it smaller or send it in parts")
    case .photoPixels:
      Text(zh: "照片超过 6000 万像素。请换一张小一点的", en: "The photo has more than 60 megapixels. Please choose a smaller one")
    }
  }
}
