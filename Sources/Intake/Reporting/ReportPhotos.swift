import Dispatch
import Documents
import Store
import Values
import Web

/// The photos of a report on its way: those that came before, carried by signed names, and those that came now.
/// They are re-encoded and stored before anything is filed, so that an error elsewhere loses none.
struct ReportPhotos: Sendable {
  static let most = 9

  /// SHA-256 of the stored photos, in order, each once.
  private(set) var hashes: [String] = []
  private(set) var errors = FieldErrors()

  /// The photos that the form carries, without those it drops.
  static func carried(_ request: Request) -> ReportPhotos {
    var photos = ReportPhotos()
    let dropped = Set(request.form.all("drop_photo"))
    for name in request.form.all("kept_photo") where !dropped.contains(name) {
      if let hash = hash(of: name, in: request.app) { photos.add(hash) }
    }
    return photos
  }

  /// Stores what came with the form beside what it carries.
  static func stored(_ request: Request) async -> ReportPhotos {
    var photos = carried(request)
    for upload in request.form.uploads("photos") {
      guard photos.hashes.count < most else {
        photos.errors.add("photos", ReportingStrings.tooManyPhotos(most))
        break
      }
      do {
        photos.add(try await store(upload.bytes, in: request.app.files))
      } catch let error as DocumentError {
        photos.errors.add("photos", ReportingStrings.photo(upload.name, error.message))
      } catch {
        photos.errors.add("photos", ReportingStrings.photo(upload.name, ReportingStrings.photoNotKept))
      }
    }
    return photos
  }

  /// Stores what of the files is a photo, in order, at most `most`; the rest is passed over.
  static func kept(of files: [[UInt8]], in app: App) async -> [String] {
    var photos = ReportPhotos()
    for file in files where photos.hashes.count < most {
      if let hash = try? await store(file, in: app.files) { photos.add(hash) }
    }
    return photos.hashes
  }

  private mutating func add(_ hash: String) {
    guard !hashes.contains(hash), hashes.count < Self.most else { return }
    hashes.append(hash)
  }

  /// One photo at a time: drawing takes memory, and no thread that answers others may wait for it.
  private static let desk = DispatchQueue(label: "report-photos", qos: .utility)

  private static func store(_ bytes: [UInt8], in files: Files) async throws -> String {
    try await withCheckedThrowingContinuation { continuation in
      desk.async { continuation.resume(with: Result { try files.put(Photo(bytes).jpeg) }) }
    }
  }

  // MARK: Signed names

  /// "HASH-SIGNATURE": a stored photo that this program handed out and no one can make up.
  static func name(of hash: String, in app: App) -> String { "\(hash)-\(signature(of: hash, in: app))" }

  /// Nil when the name was not made here.
  static func hash(of name: String, in app: App) -> String? {
    let parts = name.split(separator: "-")
    guard parts.count == 2, signature(of: String(parts[0]), in: app) == parts[1] else { return nil }
    return String(parts[0])
  }

  private static func signature(of hash: String, in app: App) -> String { app.ledger.token(for: "photo \(hash)") }
}
