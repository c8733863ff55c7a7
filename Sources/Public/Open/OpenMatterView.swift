import Governance
import Mechanism
import Store
import Values
import Web

/// All that anybody may see of one released matter.
struct OpenMatterView: Sendable {
  let matter: OpenMatter
  let steps: [OpenStep]
  /// Released one by one.
  let photos: [Int64]
  /// The leaf of the duty catalogue.
  let category: Text?
  /// The laws by name, without articles.
  let basis: Text?

  /// - Throws: `NotFound` when there is no such matter, or it is not public.
  init(_ request: Request) async throws {
    let (key, id, day) = (try request.village(), try request.id("matter", as: Matter.self), request.now.day)
    self = try await request.app.database.read { tx in
      guard let matter = try tx.releasedMatter(id, in: key) else { throw NotFound() }
      let duty = try catalogues.current(town: key.town, day: day, in: tx).catalogue.duty(matter.leaf)
      return OpenMatterView(
        matter: matter, steps: try tx.openSteps(of: matter.id, in: key),
        photos: try tx.releasedPhotos(of: matter.id, in: key), category: duty?.name,
        basis: Self.basis(of: matter, duty))
    }
  }

  private init(matter: OpenMatter, steps: [OpenStep], photos: [Int64], category: Text?, basis: Text?) {
    (self.matter, self.steps, self.photos, self.category, self.basis) = (matter, steps, photos, category, basis)
  }

  /// The catalogue's in both languages where the matter stands on it, else what was written down for the matter.
  private static func basis(of matter: OpenMatter, _ duty: Duty?) -> Text? {
    guard !matter.basis.isEmpty else { return nil }
    if let duty, matter.basis == duty.basis?.zh || matter.basis == duty.basis?.en { return duty.publicBasis }
    return publicBasis(Text(same: matter.basis))
  }
}

struct OpenMatterDetailJSON: Encodable, Sendable {
  struct Step: Encodable, Sendable {
    let day: Day
    let text: Text
  }
  let matter: OpenMatterJSON
  let category: Text?
  let coHandlers: [String]
  /// The names of the laws; left out where there is none.
  let basis: Text?
  /// Empty while it is dealt with.
  let reply: String
  /// Newest first.
  let steps: [Step]
  /// Addresses of photos that were released.
  let photos: [String]
  let url: String
  /// Where "me too" is posted to; left out where that is not possible.
  let joinUrl: String?

  init(_ view: OpenMatterView, _ request: Request) {
    let matter = view.matter
    self.matter = OpenMatterJSON(matter)
    (category, coHandlers, basis, reply) = (view.category, matter.coHandlers, view.basis, matter.reply)
    steps = view.moments.map { Step(day: $0.day, text: $0.text) }
    photos = view.photos.map { request.publicURL + Link.publicPhoto($0) }
    url = request.publicURL + Link.openMatter(request.placeCode, matter.id)
    joinUrl = matter.canBeJoined ? request.publicURL + Link.joins(request.placeCode, matter.id) : nil
  }

  private init() {
    (matter, category, coHandlers) = (.sample, Text(zh: "路灯", en: "Street lights"), ["用电管理员"])
    (basis, reply) = (Text(zh: "《村民委员会组织法》", en: "Organic Law of Villagers' Committees"), "新灯已装好。")
    steps = [Step(day: Day(number: 20_700), text: PublicStrings.reportedStep)]
    (photos, url) = (["https://example.org/p/1"], "https://example.org/v/qs01/open/matters/1")
    joinUrl = "https://example.org/v/qs01/matters/1/joins"
  }

  static let sample = OpenMatterDetailJSON()
}

extension OpenMatterView {
  /// What happened on which day, newest first. The hour and who did it stay within the offices.
  var moments: [(day: Day, text: Text)] {
    let told = steps.map { (at: $0.at, text: $0.step.publicWords) }
    let own = [
      (at: matter.releasedAt, text: PublicStrings.releasedStep),
      (at: matter.openedAt, text: PublicStrings.reportedStep),
    ]
    return (told + own).enumerated().sorted { ($1.element.at, $0.offset) < ($0.element.at, $1.offset) }
      .map { ($0.element.at.day, $0.element.text) }
  }
}
