import Documents
import Governance
import Store
import Values
import Web

/// A step of a matter that people write down, each with its own address.
enum EntryKind: String, Sendable, CaseIterable {
  case progress, answer, closure, reopening, deliberation, publication, execution

  var step: MatterStep {
    switch self {
    case .progress: .recordProgress
    case .answer: .answer
    case .closure: .close
    case .reopening: .reopen
    case .deliberation: .startDeliberation
    case .publication: .startPublication
    case .execution: .carryOut
    }
  }

  /// What one must be allowed to do. The steps that end, reopen or put a matter before the people are the village's own.
  var needs: Capability {
    switch self {
    case .progress, .answer: .recordProgress
    case .closure, .reopening, .deliberation, .publication, .execution: .closeMatter
    }
  }

  func entry(_ words: String, withdrawn: Bool) -> MatterEntry {
    switch self {
    case .progress: .progress(words)
    case .answer: .answer(words)
    case .closure: .close(words, withdrawn: withdrawn)
    case .reopening: .reopen(words)
    case .deliberation: .deliberate(words)
    case .publication: .publish(words)
    case .execution: .carryOut(words)
    }
  }
}

/// What a person writes down about a matter: words and photos, checked.
struct NewEntry: Sendable {
  /// At most this many photos at once.
  static let mostPhotos = 9

  let words: String
  /// All reporters withdrew: nobody is left to be answered.
  let isWithdrawn: Bool
  /// JPEG files, small and without what the camera noted.
  let photos: [[UInt8]]

  init(_ form: Form) throws(FieldErrors) {
    var errors = FieldErrors()
    isWithdrawn = form.isOn("withdrawn")
    words = form.required("text", max: 2000, &errors) ?? ""
    photos = form.photos("photos", &errors)
    guard errors.isEmpty else { throw errors }
  }
}

extension Form {
  /// The photos of a field, each made small and freed of what the camera noted; at most `NewEntry.mostPhotos`.
  package func photos(_ name: String, _ errors: inout FieldErrors) -> [[UInt8]] {
    let uploads = uploads(name)
    if uploads.count > NewEntry.mostPhotos { errors.add(name, MatterStrings.tooManyPhotos(NewEntry.mostPhotos)) }
    var photos: [[UInt8]] = []
    for upload in uploads.prefix(NewEntry.mostPhotos) {
      do throws(DocumentError) {
        photos.append(try Photo(upload.bytes).jpeg)
      } catch {
        errors.add(name, Text(same: upload.name + ": ") + error.message)
      }
    }
    return photos
  }
}

extension Write {
  /// Writes a step down. Closing because all withdrew is refused while somebody is left to be answered.
  func enter(
    _ kind: EntryKind, _ new: NewEntry, photos: [String], on id: ID<Matter>, in key: VillageKey, version: Int?
  ) throws {
    if kind == .closure, new.isWithdrawn, try tx.matter(id, in: key).concerns > 0 {
      throw MatterStrings.reportersRemain
    }
    let entry = kind.entry(new.words, withdrawn: new.isWithdrawn)
    try enter(entry, on: id, in: key, version: version, photos: photos)
  }
}
