import Values
import Web

/// A line of a pasted list of places.
package struct PlaceLine: Sendable, Hashable {
  /// Counted from 1, blank lines too.
  package let number: Int
  /// Nil: to be made from the code of the place above.
  package let code: String?
  package let nameZh: String
  package let nameEn: String
}

/// The places that the lines ask for under `parent`. A missing code is the code above and the next free number: for
/// communities from 001, for villages from 201 as in the state's codes, for groups from 01.
/// - Parameters:
///   - isTaken: whether a code is in use already.
///   - hasVillage: whether the town has a village or community of a name already.
/// - Throws: `FieldErrors` of the field `lines`, a message for each line that cannot be taken; what `isTaken` throws.
package func newPlaces(
  _ lines: [PlaceLine], under parent: (id: ID<Place>, code: String, level: PlaceInfo.Level),
  isTaken: (String) throws -> Bool, hasVillage: (String) throws -> Bool
) throws -> [NewPlace] {
  var errors = FieldErrors()
  var codes = Set(lines.compactMap(\.code))
  var seen: Set<String> = []
  var names: Set<String> = []
  var result: [NewPlace] = []
  if lines.isEmpty { errors.add("lines", WebWords.missing) }
  if lines.count > 2000 { errors.add("lines", PlaceStrings.tooManyLines) }
  for line in lines.prefix(2000) {
    let code: String
    guard let level = PlaceInfo.Level(guessedFrom: line.nameZh, under: parent.level) else {
      throw FieldErrors("lines", PlaceStrings.noFit)
    }
    if let given = line.code {
      if let error = placeCodeError(given) { errors.add("lines", PlaceStrings.line(line.number, error)) }
      if !seen.insert(given).inserted { errors.add("lines", PlaceStrings.line(line.number, PlaceStrings.codeTwice)) }
      if try isTaken(given) { errors.add("lines", PlaceStrings.line(line.number, PlaceStrings.codeTaken(given))) }
      code = given
    } else if level == .town {
      errors.add("lines", PlaceStrings.line(line.number, PlaceStrings.codeNeeded))
      continue
    } else {
      code = try freeCode(level, under: parent.code) { try codes.contains($0) || isTaken($0) }
      codes.insert(code)
      if placeCodeError(code) != nil {
        errors.add("lines", PlaceStrings.line(line.number, PlaceStrings.codeNeeded))
        continue
      }
    }
    if level != .group, try !names.insert(line.nameZh).inserted || hasVillage(line.nameZh) {
      errors.add("lines", PlaceStrings.line(line.number, PlaceStrings.nameTaken(line.nameZh)))
    }
    if line.nameZh.count > 60 || line.nameEn.count > 80 {
      errors.add("lines", PlaceStrings.line(line.number, PlaceStrings.nameTooLong))
    }
    result.append(
      NewPlace(level: level, parent: parent.id, code: code, nameZh: line.nameZh, nameEn: line.nameEn))
  }
  guard errors.isEmpty else { throw errors }
  return result
}

private func freeCode(_ level: PlaceInfo.Level, under parent: String, isTaken: (String) throws -> Bool) rethrows
  -> String
{
  var number = level == .village ? 201 : 1
  while true {
    let code = parent + number.padded(level == .group ? 2 : 3)
    if try code.utf8.count > 15 || !isTaken(code) { return code }
    number += 1
  }
}
