import Foundation
import Values

/// A file that came with a form.
package struct Upload: Sendable {
  package let name: String
  package let type: String
  package let bytes: [UInt8]
}

/// What a person or program sent: fields by name, cleaned, and files. The same for forms, JSON and the query.
package struct Form: Sendable {
  package var fields: [String: [String]]
  package var files: [String: [Upload]]

  package init(fields: [String: [String]] = [:], files: [String: [Upload]] = [:]) {
    self.fields = fields.mapValues { $0.map(Self.cleaned) }
    self.files = files
  }

  /// The first value of a field without spaces around it, or "".
  package subscript(_ name: String) -> String {
    (fields[name]?.first ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
  }

  package func all(_ name: String) -> [String] { fields[name] ?? [] }
  package func isOn(_ name: String) -> Bool { ["1", "on", "true", "yes"].contains(self[name]) }
  /// Files of a field that hold something (an empty file field of a form sends a nameless one).
  package func uploads(_ name: String) -> [Upload] { (files[name] ?? []).filter { !$0.bytes.isEmpty } }

  /// Line ends unified; control characters and marks that turn the writing direction removed; composed characters.
  static func cleaned(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      switch scalar {
      case "\r": scalars.append("\n")
      case "\n": if previous != "\r" { scalars.append("\n") }
      case "\t": scalars.append(scalar)
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): continue
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{200E}", "\u{200F}", "\u{FEFF}": continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars).precomposedStringWithCanonicalMapping
  }
}

extension Form {
  /// A text of at most `max` characters; empty is allowed.
  package func text(_ name: String, max: Int, _ errors: inout FieldErrors) -> String {
    let value = self[name]
    if value.count > max { errors.add(name, WebWords.tooLong(max: max, now: value.count)) }
    return value
  }

  /// A text that must be there; nil with an error when it is not.
  package func required(_ name: String, max: Int, _ errors: inout FieldErrors, missing: Text = WebWords.missing)
    -> String?
  {
    let value = text(name, max: max, &errors)
    if value.isEmpty {
      errors.add(name, missing)
      return nil
    }
    return value
  }

  package func id<Thing>(_ name: String, as _: Thing.Type, _ errors: inout FieldErrors) -> ID<Thing>? {
    guard let id = ID<Thing>(self[name]) else {
      errors.add(name, self[name].isEmpty ? WebWords.missing : WebWords.notAnID)
      return nil
    }
    return id
  }

  package func optionalID<Thing>(_ name: String, as _: Thing.Type, _ errors: inout FieldErrors) -> ID<Thing>? {
    self[name].isEmpty ? nil : id(name, as: Thing.self, &errors)
  }

  /// Ids given as repeated fields or divided by commas.
  package func ids<Thing>(_ name: String, as _: Thing.Type, count: ClosedRange<Int>, _ errors: inout FieldErrors)
    -> [ID<Thing>]
  {
    let texts = all(name).flatMap { $0.split(separator: ",") }.map { $0.trimmingCharacters(in: .whitespaces) }
    let ids = texts.compactMap { ID<Thing>($0) }
    if ids.count != texts.count { errors.add(name, WebWords.notAnID) }
    if !count.contains(ids.count) { errors.add(name, WebWords.count(count)) }
    return ids
  }

  /// A day in ISO form within 1990 and next year.
  package func day(_ name: String, now: Instant, _ errors: inout FieldErrors) -> Day? {
    let value = self[name]
    if value.isEmpty { return nil }
    guard let day = Day(iso: value), day.year >= 1990, day.year <= now.day.year + 1 else {
      errors.add(name, WebWords.notADay)
      return nil
    }
    return day
  }

  /// "08:30" as minutes since midnight.
  package func minuteOfDay(_ name: String, _ errors: inout FieldErrors) -> Int? {
    let value = self[name]
    if value.isEmpty { return nil }
    guard let minute = Int(clock: value) else {
      errors.add(name, WebWords.notATime)
      return nil
    }
    return minute
  }

  package func int(_ name: String, in range: ClosedRange<Int>, _ errors: inout FieldErrors) -> Int? {
    let value = self[name]
    if value.isEmpty { return nil }
    guard let number = Int(value), range.contains(number) else {
      errors.add(name, WebWords.notInRange(range))
      return nil
    }
    return number
  }

  package func double(_ name: String, in range: ClosedRange<Double>, _ errors: inout FieldErrors) -> Double? {
    let value = self[name]
    if value.isEmpty { return nil }
    guard let number = Double(value), range.contains(number) else {
      errors.add(name, WebWords.notANumber)
      return nil
    }
    return number
  }

  /// One of the cases' stored names; nil without error when empty.
  package func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, as _: Choice.Type, _ errors: inout FieldErrors
  ) -> Choice? {
    let value = self[name]
    if value.isEmpty { return nil }
    guard let choice = Choice(rawValue: value) else {
      errors.add(name, WebWords.oneOf(Choice.allCases.map(\.rawValue)))
      return nil
    }
    return choice
  }
}
