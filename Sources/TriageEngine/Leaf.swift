import Values

/// A category of the duty catalogue as the engine needs it (codebook §5); the caller reads it from the town's own.
package struct Leaf: Sendable, Hashable {
  /// "GM0902", "CM0302", "PM0101".
  package let code: String
  /// The Chinese name shown to people.
  package let name: String
  package let matterClass: MatterClass
  /// Words that point to this category, without order.
  package let keywords: [String]
  /// One sentence as a resident would say it.
  package let example: String
  /// The body that leads.
  package let lead: String
  package let coHandlers: [String]
  /// The path's code: "serviceCentre", "council", …
  package let path: String
  /// Working days to the reply, plan or first answer (codebook §5); 1 or more.
  package let days: Int

  package init(
    code: String, name: String, matterClass: MatterClass, keywords: [String], example: String, lead: String,
    coHandlers: [String], path: String, days: Int
  ) {
    (self.code, self.name, self.matterClass, self.keywords) = (code, name, matterClass, keywords)
    (self.example, self.lead, self.coHandlers) = (example, lead, coHandlers)
    (self.path, self.days) = (path, days)
  }
}
